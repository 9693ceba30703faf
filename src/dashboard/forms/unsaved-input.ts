import { createPageModel } from '../../ui/app'

/** Lines and notes half typed, by the place that they belong to: a field comes and goes with its section. */
export const { Provider: UnsavedInputProvider, use: useUnsavedInput } = createPageModel(
  () => new Map<string, string>(),
)

import { useGuideApp } from '../guide-app'
import { Section } from '../section'

/** Whom to call, and where to read, by what an administrator set: the first thing in every guide. */
export function CallFirst({ level }: { level: 2 | 4 }) {
  const { translate, overviewIfRead } = useGuideApp()
  const { contact, instructions } = overviewIfRead?.organization ?? {}
  if (!contact && !instructions) return null
  return (
    <Section class="panel" id="call-first" title={translate('run_call_first')} level={level}>
      {[contact?.name, contact?.phone, contact?.email].map(
        (part) =>
          part !== undefined && (
            <p key={part}>
              <bdi>{part}</bdi>
            </p>
          ),
      )}
      <InstructionsLink />
    </Section>
  )
}

export function InstructionsLink() {
  const { translate, overviewIfRead } = useGuideApp()
  const instructions = overviewIfRead?.organization?.instructions
  if (!instructions) return null
  return (
    <p>
      <a class="target" href={instructions.address} target="_blank" rel="noopener noreferrer">
        {translate('run_call_instructions', { host: instructions.host })}
      </a>
    </p>
  )
}

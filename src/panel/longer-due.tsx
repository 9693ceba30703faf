import type { Snooze } from '../domain/answer'
import { dueIn, isTask } from '../domain/round'
import { checkTitle, snake } from '../i18n/item-text'
import { Button } from '../ui/button'
import { itemIn } from '../ui/overview-store'
import { useApp } from './app'

const putOffs = ['tomorrow', 'next-week'] as const satisfies Snooze[]

/** At the end of a round: longer work, which no round of all checks has. One press puts all of it off. */
export function LongerDue() {
  const { i18n, overview, session, translate, plural, day } = useApp()
  const tasks = dueIn(overview).filter(isTask)
  if (tasks.length === 0) return null

  async function putOff(until: Snooze): Promise<void> {
    for (const { id } of tasks) if (!(await session.answer(id, { kind: 'snoozed', for: until }))) return
    const { value } = session.view
    if (value.kind !== 'read') return
    const planned = tasks.flatMap(({ id }) => itemIn(value.overview, id) ?? [])
    const [first] = planned
    session.tell({
      kind: 'told',
      text: plural('round_tasks_planned', planned.length, { day: first?.next ? day(first.next) : '' }),
      undo: async () => {
        for (const { id, undo } of planned)
          if (undo) await session.takeBack(id, undo, value.overview.store.id)
      },
    })
  }

  return (
    <div>
      <h2 id="tasks">{translate('round_list_tasks')}</h2>
      <ul class="box">
        {tasks.map((task) => (
          <li key={task.id}>{`${checkTitle(i18n, task)} · ${plural('minutes', task.minutes)}`}</li>
        ))}
      </ul>
      <fieldset class="choices" aria-labelledby="tasks">
        {putOffs.map((until) => (
          <Button key={until} onPress={() => putOff(until)}>
            {translate(`round_put_off_${snake(until)}`)}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}

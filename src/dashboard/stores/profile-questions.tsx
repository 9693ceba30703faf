import { type Profile, type Question, questions } from '../../domain/answer'
import type { StoreView } from '../../domain/overview'
import { useApp } from '../../ui/app'

/** The four questions that decide which checks exist for a store; each answer is kept at once. */
export function ProfileQuestions({ store }: { store: StoreView }) {
  const { i18n, session } = useApp()
  const { translate, textOf } = i18n
  return (
    <>
      {(Object.keys(questions) as Question[]).map((question) => (
        <p key={question} class="question choice">
          <label for={`${store.id}-${question}`}>{translate(`question_${question}`)}</label>
          <select
            id={`${store.id}-${question}`}
            value={store.profile[question] ?? ''}
            onChange={({ currentTarget: { value } }) => {
              session.inTurn(({ stores }) => {
                const now = stores.find(({ id }) => id === store.id) ?? store
                const profile = withAnswer(now.profile, question, value)
                return session.change({ kind: 'profile-answered', profile }, store.id)
              })
            }}
          >
            <option value="">{translate('profile_unanswered')}</option>
            {questions[question].map((answer) => (
              <option key={answer} value={answer}>
                {textOf(`question_${question}_${answer}`) ?? answer}
              </option>
            ))}
          </select>
        </p>
      ))}
    </>
  )
}

function withAnswer(profile: Profile, question: Question, answer: string): Profile {
  const { [question]: _before, ...rest } = profile
  return answer === '' ? rest : { ...rest, [question]: answer }
}

import { Check, CreditCard, Handshake, type IconNode, Truck, Users } from 'lucide'
import { type Profile, type Question, questions } from '../../domain/answer'
import type { StoreView } from '../../domain/overview'
import { Icon } from '../../ui/icon'
import { useApp } from '../app/app'

const icons = {
  plan: CreditCard,
  team: Users,
  ships: Truck,
  help: Handshake,
} as const satisfies Record<Question, IconNode>

/** The four questions that decide which checks a store has. Each answer is stored immediately. */
export function ProfileQuestions({ store }: { store: StoreView }) {
  return (
    <>
      {(Object.keys(questions) as Question[]).map((question) => (
        <QuestionField key={question} store={store} question={question} />
      ))}
    </>
  )
}

function QuestionField({ store, question }: { store: StoreView; question: Question }) {
  const { session, translate, textOf } = useApp()
  const id = `${store.id}-${question}`
  const choose = (answer: string) =>
    session.inTurn(({ stores }) => {
      const now = stores.find(({ id }) => id === store.id) ?? store
      const profile = withAnswer(now.profile, question, answer)
      return session.change({ kind: 'profile-answered', profile }, store.id)
    })
  const pill = (answer: string, text: string) => (
    <label key={answer} class="pill">
      <input
        type="radio"
        name={id}
        value={answer}
        checked={(store.profile[question] ?? '') === answer}
        onChange={() => choose(answer)}
      />
      <Icon of={Check} />
      {text}
    </label>
  )
  return (
    <fieldset class="question" id={id}>
      <legend>
        <Icon of={icons[question]} />
        {translate(`question_${question}`)}
      </legend>
      <div class="pills">
        {questions[question].map((one) => pill(one, textOf(`question_${question}_${one}`) ?? one))}
        {pill('', translate('profile_unanswered'))}
      </div>
    </fieldset>
  )
}

function withAnswer(profile: Profile, question: Question, answer: string): Profile {
  const { [question]: _before, ...rest } = profile
  return answer === '' ? rest : { ...rest, [question]: answer }
}

/** Five made-up messages to practice with: the first and the last have the form of genuine ones. */
const samples = [
  { from: '"Amazon" <donotreply@amazon.com>', link: 'https://sellercentral.amazon.com/cases' },
  {
    from: '"Amazon Seller Central" <notice@seller-desk.example>',
    link: 'https://sellercentral.amazon.com.account-review.example/ap/signin',
  },
  { from: '"Ann - Amazon Marketplace" <k3jd8@marketplace.amazon.com>', link: 'https://photos.example/view' },
  { from: undefined, link: 'https://bit.ly/example' },
  { from: '"Amazon" <donotreply@amazon.com>', link: 'https://sellercentral.amazon.de/payments' },
] as const

export const sampleNumbers = [1, 2, 3, 4, 5] as const
export type SampleNumber = (typeof sampleNumbers)[number]

/** A made-up message as someone would paste it. A text message has no sender. */
export function sampleMessage(number: SampleNumber, text: (link: string) => string): string {
  const sample = samples[number - 1] ?? samples[0]
  const body = text(sample.link)
  return sample.from === undefined ? body : `From: ${sample.from}\nTo: me@shop.example\n\n${body}`
}

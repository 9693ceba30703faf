/**
 * Amazon's hosts that are not Seller Central, for the address check alone. Medium certainty: seen in public code and help
 * pages up to 2026. The content script does not need them, so nothing that it imports may import this.
 */
export const otherAmazon = [
  'vendorcentral.amazon.com',
  'vendorcentral.amazon.ca',
  'vendorcentral.amazon.com.mx',
  'vendorcentral.amazon.com.br',
  'vendorcentral.amazon.co.uk',
  'vendorcentral.amazon.de',
  'vendorcentral.amazon.fr',
  'vendorcentral.amazon.it',
  'vendorcentral.amazon.es',
  'vendorcentral.amazon.nl',
  'vendorcentral.amazon.se',
  'vendorcentral.amazon.pl',
  'vendorcentral.amazon.com.be',
  'vendorcentral.amazon.ie',
  'vendorcentral.amazon.com.tr',
  'vendorcentral.amazon.me',
  'vendorcentral.amazon.in',
  'vendorcentral.amazon.com.sg',
  'vendorcentral.amazon.com.au',
  'vendorcentral.amazon.co.jp',
  'vendorcentral.amazon.co.za',
  'vendorcentral.amazon.eu',
  'advertising.amazon.com',
  'advertising.amazon.co.uk',
  'advertising-japan.amazon.com',
  'affiliate-program.amazon.pl',
  'apac.account.amazon.com',
  'aws.amazon.com',
  'console.aws.amazon.com',
  'developer-docs.amazon.com',
  'developer.amazon.com',
  'developer.amazonservices.com',
  'eu.account.amazon.com',
  'go.amazonsellerservices.com',
  'gs.amazon.cn',
  'kdp.amazon.com',
  'merch.amazon.com',
  'na.account.amazon.com',
  'pay.amazon.com',
  'paywithamazon.amazon.in',
  'sell.amazon.com',
  'sell.amazon.com.sg',
  'sell.amazon.de',
  'sellingpartnerapi-eu.amazon.com',
  'sellingpartnerapi-fe.amazon.com',
  'sellingpartnerapi-na.amazon.com',
  'sellingpartners.aboutamazon.com',
  'signin.aws.amazon.com',
  'solutionproviderportal.amazon.com',
  'www.amazon.jobs',
  'www.amazon.science',
  'www.amazonsellersupportblog.com',
  'www.services.amazon.co.uk',
] as const

/**
 * Amazon's domains apart from its shops: whatever is in front of them is Amazon's. High certainty: Amazon's own pages, mails and
 * programs of 2015 to 2026 use them. Companies that Amazon owns are here where a seller meets them.
 */
export const otherDomains = [
  ...['com', 'de', 'in', 'co.uk', 'ca', 'jp', 'es', 'fr', 'it', 'com.cn', 'com.mx', 'com.au', 'ae'].map(
    (ending) => `amazonservices.${ending}` as const,
  ),
  ...['com', 'de', 'co.uk', 'fr', 'it', 'es', 'eu', 'pl', 'in', 'jp', 'com.au'].map(
    (ending) => `aboutamazon.${ending}` as const,
  ),
  ...['com', 'co.uk', 'de', 'fr', 'it', 'es', 'in', 'ca', 'co.jp', 'com.au', 'com.br'].map(
    (ending) => `audible.${ending}` as const,
  ),
  'a2z.com',
  'abebooks.com',
  'alexa.com',
  'amazon-adsystem.com',
  'amazon.care',
  'amazon.jobs',
  'amazon.lu',
  'amazon.science',
  'amazonalexa.com',
  'amazonpay.com',
  'amazonpay.in',
  'amazonrobotics.com',
  'amazonsellerservices.com',
  'amazontrust.com',
  'amazonvideo.com',
  'aws.com',
  'awsstatic.com',
  'boxofficemojo.com',
  'eero.com',
  'goodreads.com',
  'images-amazon.com',
  'imdb.com',
  'imdbpro.com',
  'media-amazon.com',
  'payments-amazon.com',
  'primevideo.com',
  'ring.com',
  'shopbop.com',
  'ssl-images-amazon.com',
  'twitch.tv',
  'vendorcentral.in',
  'wholefoodsmarket.com',
  'woot.com',
  'zappos.com',
] as const

/** Amazon's short links: the domain is Amazon's, but anybody can make one and where it leads is not in the address. */
export const shortLinks = ['a.co', 'amzn.asia', 'amzn.com', 'amzn.eu', 'amzn.in', 'amzn.to'] as const

/** Space and services that anybody rents from Amazon: not Amazon's word. */
export const rented = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazoncognito.com',
  'amazonlightsail.com',
  'amazonses.com',
  'amplifyapp.com',
  'awsapprunner.com',
  'awsapps.com',
  'awsglobalaccelerator.com',
  'awstrack.me',
  'cloudfront.net',
  'elasticbeanstalk.com',
  'on.aws',
] as const

/**
 * In lists of store fronts, but nobody has seen one in use (China's was closed). Never official before there is evidence; then
 * the row moves to hosts.ts.
 */
export const unverified = [
  'sellercentral.amazon.cn',
  'sellercentral.amazon.com.sg',
  'sellercentral.amazon.co.th',
  'sellercentral.amazon.vn',
  'sellercentral.amazon.co.kr',
  'sellercentral.amazon.com.tw',
  'sellercentral.amazon.com.sa',
  'www.sellercentral.amazon.dev',
] as const

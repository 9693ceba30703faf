/**
 * Amazon's hosts other than Seller Central, for the address check only. Medium certainty: seen in public code
 * and help pages up to 2026. Not for the content script, so nothing that it imports may import this.
 */
export const otherAmazon = [
  ...[
    ...['com', 'ca', 'com.mx', 'com.br', 'co.uk', 'de', 'fr', 'it', 'es', 'nl', 'se'],
    ...['pl', 'com.be', 'ie', 'com.tr', 'me', 'in', 'com.sg', 'com.au', 'co.jp', 'co.za', 'eu'],
  ].map((ending) => `vendorcentral.amazon.${ending}` as const),
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
 * Amazon's domains other than its shops. Every subdomain of them is Amazon's. High certainty: Amazon's own
 * pages, emails and programs of 2015 to 2026 use them. Some belong to companies that Amazon owns.
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

/** Amazon's short links. Anyone can make one, and the address doesn't show where it leads. */
export const shortLinks = ['a.co', 'amzn.asia', 'amzn.com', 'amzn.eu', 'amzn.in', 'amzn.to'] as const

/** Hosting and services that anyone can rent from Amazon, so Amazon doesn't vouch for the content. */
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
  'sagemaker.aws',
] as const

/**
 * In lists of store fronts, but nobody has seen one in use (China's was closed). Never official without
 * evidence; then the row moves to hosts.ts.
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

/** Marketplaces whose own seller center may have that name. */
export const otherShops =
  'otto ebay walmart lazada shopee daraz noon flipkart myntra meesho jd taobao tmall alibaba aliexpress temu shein tiktok rakuten zalando allegro emag cdiscount fnac darty manomano kaufland bol mercadolibre mercadolivre magazineluiza americanas jumia takealot coupang gmarket qoo10 tokopedia bukalapak blibli trendyol hepsiburada n11 ozon wildberries newegg wayfair bestbuy target etsy overstock sears wish catch mirakl backmarket'.split(
    ' ',
  )

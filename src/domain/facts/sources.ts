/** A page that backs an item or a figure. Titles name who says it and stay in English, like page names. */
export type Source = {
  title: string
  /**
   * Always https. Missing if there is no address, or if the page is a copy on an unrelated or throwaway host:
   * the next owner of that address would get our readers.
   */
  url?: string
  /** The month or day on which we read it. Missing: before November 2026; the figures' `seen` says more. */
  seen?: string
}

const table = {
  'agreement-us': {
    title: 'Amazon (US and Canada): Business Solutions Agreement, as of May 2026 (G1791)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G1791',
    seen: '2026-05-12',
  },
  'live-india': { title: 'Public record of one live Indian account, July 2026' },
  'help-funds': {
    title: 'Amazon help: funds disbursement eligibility policy (G9RA9LYBJ3QP27M6)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G9RA9LYBJ3QP27M6',
    seen: '2026-05-12',
  },
  'help-a-to-z-claims': {
    title: 'Amazon help: A-to-z Guarantee claims (G27951)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G27951',
    seen: '2026-05-12',
  },
  'su-a-to-z': {
    title: 'Amazon Seller University: respond to an A-to-z Guarantee claims notification',
    url: 'https://youtu.be/xRYf-5fw068',
    seen: '2026-07-27',
  },
  'su-returns': {
    title: 'Amazon Seller University: returns and refunds for seller-fulfilled orders',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=f80d1d99-0f42-48ff-a444-0cadcf53270c',
    seen: '2026-07-27',
  },
  'su-return-settings': {
    title: 'Amazon Seller University: configure return settings',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=646406cf-7b11-45ec-896e-90bf3578c8c3',
    seen: '2026-07-27',
  },
  'su-voice': {
    title: 'Amazon Seller University: Voice of the Customer overview',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=e52369f9-c402-469f-aa56-c0dd1c706aef',
    seen: '2026-07-27',
  },
  'su-wrong-item': {
    title: 'Amazon Seller University: wrong item sent, product compliance',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=8ba7337a-1f7a-4eb9-96aa-33af8c13baca',
    seen: '2026-07-27',
  },
  'su-account-health': {
    title: 'Amazon Seller University: Account Health overview',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=f5890fd5-5dbe-48a3-a20d-65e48fbc949f',
    seen: '2026-07-27',
  },
  'su-late-shipment': {
    title: 'Amazon Seller University: Late Shipment Rate overview',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=2a03a8b2-2dfe-4295-9d38-3a20f6d10581',
    seen: '2026-07-27',
  },
  'su-claims-tips': {
    title: 'Amazon Seller University: tips to reduce A-to-z claims and returns',
    url: 'https://youtu.be/QwxsV3X2pDk',
    seen: '2026-07-27',
  },
  'su-buy-shipping': {
    title: 'Amazon Seller University: Amazon Buy Shipping for seller-fulfilled orders',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=9bed00ee-586b-4d24-9e75-8868368fa8fb',
    seen: '2026-07-27',
  },
  'su-manipulation': {
    title: 'Amazon Seller University: sales manipulation and competitor abuse',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=b6c1a4d1-0484-458b-978b-4e87e89a86b6',
    seen: '2026-07-27',
  },
  'su-notifications': {
    title: 'Amazon Seller University: respond to a performance notification',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=dba9f4b7-b410-4109-ae93-0147b86b79ed',
    seen: '2026-07-27',
  },
  'su-policies': {
    title: 'Amazon Seller University: overview of Amazon selling policies',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=84fea35b-c5c6-4ae3-999b-1cea1b3a6d96',
    seen: '2026-07-27',
  },
  'su-phishing': {
    title: 'Amazon Seller University: stay safe from phishing',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=155f35ac-295f-46a0-bc01-2423a9d62936',
    seen: '2026-07-27',
  },
  'su-compliance': {
    title: 'Amazon Seller University: the Manage Your Compliance dashboard',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=e45ef902-f83a-4fba-8e6c-3fd4b77ce2f4',
    seen: '2026-07-27',
  },
  'su-reviews': {
    title: 'Amazon Seller University: track and respond to customer reviews',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=c742dc4d-a138-4388-961e-d233b1d2cc5b',
    seen: '2026-07-27',
  },
  'su-page-edits': {
    title: 'Amazon Seller University: prevent or resolve product detail page policy violations',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=2526203a-97da-4c0a-a0bb-26238ec18af9',
    seen: '2026-07-27',
  },
  'su-report-page': {
    title: 'Amazon Seller University: report an error with a product detail page',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=4efdaeac-dee5-4834-aac8-54ee56b89830',
    seen: '2026-07-27',
  },
  'su-authenticity': {
    title: 'Amazon Seller University: respond to an Anti-Counterfeiting policy violation',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=f98c92e0-ad5a-472c-81e1-b08ab33581af',
    seen: '2026-07-27',
  },
  'su-related-accounts': {
    title: 'Amazon Seller University: address a Multiple Account Policy violation',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=56cdec0f-e196-49bd-aa26-e02440f70885',
    seen: '2026-07-27',
  },
  'su-multiple-accounts': {
    title: 'Amazon Seller University: comply with the Multiple Account policy',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=1e699b06-7a02-49f7-a155-4642280a63d0',
    seen: '2026-07-27',
  },
  'su-self-shipping': {
    title: 'Amazon Seller University: intro to Fulfillment by Merchant',
    url: 'https://sellercentral.amazon.com/su/learn?mons_sel_locale=en_US&learningModuleId=43f40d1f-0d52-4a7a-9c65-bb5be2ab5c01',
    seen: '2026-07-27',
  },
  'help-2sv-faq': {
    title: 'Amazon help: questions on two-step verification',
    url: 'https://sellercentral.amazon.com/gp/help/external/help.html?itemID=202153510&language=en_US',
  },
  'help-authenticator-app': {
    title: 'Amazon help: use an authenticator app',
    url: 'https://sellercentral.amazon.com/gp/help/external/G202110780?language=en_US',
  },
  'help-security-key': {
    title: 'Amazon help (DE): USB security key that makes codes',
    url: 'https://sellercentral.amazon.de/gp/help/external/help.html?itemID=B3NRUQMHWRX4WJL&language=en_DE',
  },
  'help-phishing': {
    title: 'Amazon help: recognise messages that pretend to be Amazon',
    url: 'https://sellercentral.amazon.com/help/hub/reference/external/G40281?locale=en-US',
  },
  'help-user-permissions': {
    title: 'Amazon help: set user permissions (US)',
    url: 'https://sellercentral.amazon.com/gp/help/external/901?locale=en-US',
  },
  'help-user-permissions-eu': {
    title: 'Amazon help: set user permissions (EU)',
    url: 'https://sellercentral.amazon.nl/gp/help/external/help.html?itemID=901&language=en_GB',
  },
  'help-user-permissions-jp': {
    title: 'Amazon help: users and authorised partners (JP, in English)',
    url: 'https://sellercentral.amazon.co.jp/gp/help/external/901?language=en_JP',
  },
  'help-notification-preferences': {
    title: 'Amazon help: notification preferences',
    url: 'https://sellercentral.amazon.com/gp/help/external/G871',
  },
  'help-bank-account': {
    title: 'Amazon help: bank account information',
    url: 'https://sellercentral.amazon.com/gp/help/external/help.html?itemID=851&language=en_US',
  },
  'help-deposit-methods': {
    title: 'Amazon help: several deposit methods',
    url: 'https://sellercentral.amazon.com/gp/help/external/help.html?itemID=W2QZPWB284AMMSM&language=en_US',
  },
  'help-delivery-date-reserve': {
    title: 'Amazon help (EU): payments based on the delivery date',
    url: 'https://sellercentral-europe.amazon.com/gp/help/external/202124090?language=en_GB',
  },
  'help-account-reserve-au': {
    title: 'Amazon help (AU): account-level reserve',
    url: 'https://sellercentral.amazon.com.au/gp/help/external/G200136810?language=en_AU',
  },
  'help-account-reserve-sa': {
    title: 'Amazon help (SA, older): account-level reserve',
    url: 'https://sellercentral.amazon.sa/gp/help/external/help.html?itemID=200136810&language=en_AE',
  },
  'help-account-review': {
    title: 'Amazon help (IT): review of a self-shipping account',
    url: 'https://sellercentral.amazon.it/gp/help/external/help.html?itemID=200320980&language=en_IT',
  },
  'help-appeal': {
    title: 'Amazon help: appeal a deactivation or listing removal',
    url: 'https://sellercentral.amazon.com/gp/help/external/G200370560',
  },
  'help-plan-of-action': {
    title: 'Amazon help (EU): create a plan of action',
    url: 'https://sellercentral.amazon.nl/gp/help/external/help.html?itemID=201623610&language=en_GB',
  },
  'help-odr': {
    title: 'Amazon help: order defect rate',
    url: 'https://sellercentral.amazon.it/gp/help/external/help.html?itemID=200285170&language=en_IT',
  },
  'help-vtr': {
    title: 'Amazon help (EU): questions on the valid tracking rate, in force since July 2021',
    url: 'https://sellercentral-europe.amazon.com/gp/help/external/G202014610?language=en_GB',
  },
  'help-orders': {
    title: 'Amazon help: manage orders (G28141)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G28141',
    seen: '2026-05-12',
  },
  'help-service-insights': {
    title: 'Amazon help: customer service quality insights in Feedback Manager (GEGVWH65EDJLWHQD)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GEGVWH65EDJLWHQD',
    seen: '2026-05-12',
  },
  'help-buyer-messages': {
    title: 'Amazon help: answer buyer messages',
    url: 'https://sellercentral.amazon.com/gp/help/external/202152030',
  },
  'help-response-time': {
    title: 'Amazon help: contact response time',
    url: 'https://sellercentral.amazon.com/gp/help/external/200549770?language=en-US',
  },
  'help-returns': {
    title: 'Amazon help: respond to return requests',
    url: 'https://sellercentral.amazon.it/gp/help/external/G200708210?language=en_IT',
  },
  'help-returns-2026': {
    title: 'Amazon help: manage seller-fulfilled returns (G200708210)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G200708210',
    seen: '2026-05-12',
  },
  'help-refunds': {
    title: 'Amazon help: issue refunds and concessions (GU7K5N5GUP67M4X9)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GU7K5N5GUP67M4X9',
    seen: '2026-05-12',
  },
  'help-after-sales': {
    title: 'Amazon help: seller-fulfilled returns, refunds, cancellations, and claims (G69126)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G69126',
    seen: '2026-05-12',
  },
  'help-a-to-z-appeal': {
    title: 'Amazon help (newer): appeal an A-to-z claim',
    url: 'https://sellercentral.amazon.com/help/hub/reference/external/G202041210',
  },
  'help-chargebacks': {
    title: 'Amazon help: answer a chargeback',
    url: 'https://sellercentral.amazon.com/gp/help/external/G202145040?language=en_US',
  },
  'help-feedback-removal': {
    title: 'Amazon help: when buyer feedback can be removed',
    url: 'https://sellercentral.amazon.com/gp/help/external/help.html?itemID=20231&language=en_US',
  },
  'help-feedback': {
    title: 'Amazon help: monitor feedback and performance (G171)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G171',
    seen: '2026-05-12',
  },
  'help-reviews-policy': {
    title: 'Amazon help: customer product reviews policies',
    url: 'https://sellercentral.amazon.it/gp/help/external/GYRKB5RU3FS5TURN?language=en_IT',
  },
  'help-verification-fr': {
    title: 'Amazon help (FR): documents for verification',
    url: 'https://sellercentral.amazon.fr/gp/help/external/201200780?language=en_FR',
  },
  'help-verification-uk': {
    title: 'Amazon help (UK): documents for verification',
    url: 'https://sellercentral-europe.amazon.com/gp/help/external/201200780?language=en_GB',
  },
  'help-bank-and-cards': {
    title: 'Amazon help: bank account and credit or debit card information (G19791)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G19791',
    seen: '2026-05-12',
  },
  'help-account-settings': {
    title: 'Amazon help: account settings, and manage account settings (G181, G69035)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G69035',
    seen: '2026-05-12',
  },
  'help-selling-on-amazon': {
    title: 'Amazon help: Selling on Amazon, what new sellers overlook (G200421970)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G200421970',
    seen: '2026-05-12',
  },
  'help-disburse-on-demand': {
    title: 'Amazon help: Disburse on Demand (GSCWUZNYQRY4LEZH)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GSCWUZNYQRY4LEZH',
    seen: '2026-05-12',
  },
  'help-express-payout': {
    title: 'Amazon help (US): Express Payout FAQ (GA24UN79VBPKXZXX)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GA24UN79VBPKXZXX',
    seen: '2026-05-12',
  },
  'help-micro-deposit': {
    title: 'Amazon help: micro deposit verification FAQ (G3VMLXD2ZL3V47JC)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G3VMLXD2ZL3V47JC',
    seen: '2026-05-12',
  },
  'help-registration-by-store': {
    title: 'Amazon help: registration requirements by store (G201468460)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G201468460',
    seen: '2026-05-12',
  },
  'help-brand-referral-bonus': {
    title: 'Amazon help: Brand Referral Bonus, with the rights of secondary users (GL9HPJ34VBFP76HX)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GL9HPJ34VBFP76HX',
    seen: '2026-05-12',
  },
  'help-agreement-changes': {
    title: 'Amazon help: changes to the Business Solutions Agreement (G47071)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G47071',
    seen: '2026-05-12',
  },
  'help-payment-providers': {
    title: 'Amazon help: payment service provider FAQ (GY8JTVAWBPQT2XFC)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GY8JTVAWBPQT2XFC',
    seen: '2026-05-12',
  },
  'help-seller-wallet': {
    title: 'Amazon help: Seller Wallet (GW57DZACAZGNREVQ)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GW57DZACAZGNREVQ',
    seen: '2026-05-12',
  },
  'help-2sv-2026': {
    title: 'Amazon help: Two-Step Verification, as of May 2026 (G202110760)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G202110760',
    seen: '2026-05-12',
  },
  'help-verification-2026': {
    title: 'Amazon help: global seller identity, address and business verification (GQRP483PDN88Q3M9)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GQRP483PDN88Q3M9',
    seen: '2026-05-12',
  },
  'help-agent-policy': {
    title: 'Amazon help: Agent Policy (GS83KH2MA7HM69PH)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GS83KH2MA7HM69PH',
    seen: '2026-05-12',
  },
  'help-compliance-services': {
    title: 'Amazon help: compliance services, EPR and Responsible Person (G5XSKWYY7BWDMS4V)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G5XSKWYY7BWDMS4V',
    seen: '2026-05-12',
  },
  'help-new-seller-central': {
    title: 'Amazon help: Next Gen Selling, the new Seller Central (G78FETD7HXHVNCKG)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G78FETD7HXHVNCKG',
    seen: '2026-05-12',
  },
  'help-detail-page-rules': {
    title: 'Amazon help: product detail page rules (G200390640)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G200390640',
    seen: '2026-05-12',
  },
  'help-report-infringement': {
    title: 'Amazon help: report intellectual property infringements (G202132860)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G202132860',
    seen: '2026-05-12',
  },
  'help-report-errors': {
    title: 'Amazon help: Report a Violation error messages (GMSR9C4BP3GYR673)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GMSR9C4BP3GYR673',
    seen: '2026-05-12',
  },
  'help-brand-products': {
    title: 'Amazon help: register products to your brand (G6DU75NSM86VXKZC)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G6DU75NSM86VXKZC',
    seen: '2026-05-12',
  },
  'help-brands': {
    title: 'Amazon help: manage your brands (GF79K5R2ZLCWCPJT)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GF79K5R2ZLCWCPJT',
    seen: '2026-05-12',
  },
  'help-brand-roles': {
    title: 'Amazon help: Brand Registry selling roles (GJ84K745AL3R5N3Q)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GJ84K745AL3R5N3Q',
    seen: '2026-05-12',
  },
  'help-brand-glossary': {
    title: 'Amazon help: Brand Registry glossary (GBR82EG272SZJDFS)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GBR82EG272SZJDFS',
    seen: '2026-05-12',
  },
  'help-brand-handover': {
    title: 'Amazon help: brand acquisition best practices (GXBVXFNXWZ65HYT7)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GXBVXFNXWZ65HYT7',
    seen: '2026-05-12',
  },
  'help-insurance': {
    title: 'Amazon help: liability insurance for sellers in mainland China (GSACR66DCGPA3FZK)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/GSACR66DCGPA3FZK',
    seen: '2026-05-12',
  },
  'help-abusive-conduct': {
    title: 'Amazon help: abusive conduct error messages, with where to appeal (G2M4ASKCSYMDL7KZ)',
    url: 'https://sellercentral.amazon.com/help/hub/reference/G2M4ASKCSYMDL7KZ',
    seen: '2026-05-12',
  },
  'help-vat-europe': {
    title: 'Amazon help (EU): European VAT registration requirements',
    url: 'https://sellercentral-europe.amazon.com/help/hub/reference/external/GTQ23HPXBQK563WS',
    seen: '2026-11',
  },
  'help-tax-interview': {
    title: 'Amazon help: US tax interview',
    url: 'https://sellercentral.amazon.com/gp/help/external/GVYFQEJQAF2TSYEH?language=en_US',
    seen: '2026-11',
  },
  'amazon-report-scam': {
    title: 'Amazon (UK): protecting consumers from impersonation scams',
    url: 'https://trustworthyshopping.aboutamazon.com/en-uk/focus-areas/how-amazon-protects-customers-from-scams',
    seen: '2026-11',
  },
  'amazon-ads-third-party-apps': {
    title: 'Amazon Ads: third-party applications with access',
    url: 'https://advertising.amazon.com/en-us/resources/whats-new/manage-third-party-applications-with-access-to-your-account/',
  },
  'sp-api-renewal': {
    title: 'Amazon developer documentation: renew authorisations',
    url: 'https://developer-docs.amazon.com/sp-api/docs/renew-authorizations',
  },
  'staff-2sv-path': {
    title: 'Amazon staff, UK forum: where the 2SV settings are',
    url: 'https://sellercentral.amazon.co.uk/seller-forums/discussions/t/68a92736-98b5-4d49-ba23-3c293b33eea1',
  },
  'staff-account-access': {
    title: 'Amazon staff, UK forum: sign-in problems',
    url: 'https://sellercentral.amazon.co.uk/seller-forums/discussions/t/4184b0aa-8ab0-4961-95cb-44b8e66f40a0',
  },
  'staff-safety-tips': {
    title: 'Amazon staff, EU forum: account safety tips',
    url: 'https://sellercentral-europe.amazon.com/forums/t/quick-tip-account-safety-part-1/579434',
  },
  'staff-primary-email': {
    title: 'Amazon staff, UK forum: who can change the contact e-mail',
    url: 'https://sellercentral.amazon.co.uk/seller-forums/discussions/t/27d180e1-d21e-40dc-b471-e6e93e1da4dc',
  },
  'staff-scam-messages': {
    title: 'Amazon staff, ES forum: how to tell a scam message',
    url: 'https://sellercentral.amazon.es/seller-forums/discussions/t/27f54062-b1e3-4e09-9215-d462ad80a103',
  },
  'staff-user-permissions': {
    title: 'Amazon staff, US forum: passwords, permissions and partners',
    url: 'https://sellercentral.amazon.com/seller-forums/discussions/t/1abf5d7e-7cf2-41e1-984e-30ce858de1f5',
  },
  'staff-admin-left': {
    title: 'Amazon staff, DE forum: when the administrator has left',
    url: 'https://sellercentral.amazon.de/seller-forums/discussions/t/ad2ab088-c0d3-4044-90a7-b18c859f7768',
  },
  'staff-bank-accounts': {
    title: 'Amazon staff, US forum: changing bank accounts',
    url: 'https://sellercentral.amazon.com/seller-forums/discussions/t/a2cf68a8-fdc8-4d96-9c64-1f81b709f478',
  },
  'staff-account-reserves': {
    title: 'Amazon staff, UK forum: account-level reserves',
    url: 'https://sellercentral.amazon.co.uk/seller-forums/discussions/t/1744581d-3ab5-49ab-97c0-60bc1a8e802d',
  },
  'staff-longer-reserve': {
    title: 'Amazon staff, EU forum: reserve of fourteen days',
    url: 'https://sellercentral-europe.amazon.com/seller-forums/discussions/t/f325b44e-68f7-40df-aab4-049233f08c21',
  },
  'staff-account-health': {
    title: 'Amazon staff, US forum: tour of Account Health',
    url: 'https://sellercentral.amazon.com/seller-forums/discussions/t/8a41416f-e1ad-4221-9675-7145d5cc5e28',
  },
  'staff-rating-questions': {
    title: 'Amazon News, forum: questions on the Account Health Rating',
    url: 'https://sellercentral.amazon.in/seller-forums/discussions/t/7f6e4141-5823-4ea0-9e8c-3ad061f44f0b',
  },
  'staff-repeat-complaints': {
    title: 'Amazon staff, CA forum: repeated complaints and the rating',
    url: 'https://sellercentral.amazon.ca/seller-forums/discussions/t/03306137-7701-4b7f-b6d5-5a2fc7395c48',
  },
  'staff-agreement-section-3': {
    title: 'Amazon staff, US forum: section 3 of the agreement',
    url: 'https://sellercentral.amazon.com/seller-forums/discussions/t/6a68d599-2bef-4f58-b1fb-dda42750c154',
  },
  'staff-cancel-rate': {
    title: 'Amazon staff, forum: cancellation rate',
    url: 'https://sellercentral.amazon.co.jp/seller-forums/discussions/t/7ff2b981-1e19-43c4-af51-a5c28a34a5b7',
  },
  'staff-on-time': {
    title: 'Amazon staff, forum: on-time delivery from September 2024',
    url: 'https://sellercentral.amazon.sg/seller-forums/discussions/t/bd7ad1b8-2ed5-404d-8246-dba1fc22ee6e',
  },
  'staff-on-time-uk': {
    title: 'Amazon staff, EU forum: questions on on-time delivery',
    url: 'https://sellercentral-europe.amazon.com/seller-forums/discussions?categories%5B%5D=amzn1.spce.category.8b1ad526',
  },
  'staff-claim-times': {
    title: 'Amazon staff, US forum: times to answer that prevent a claim',
    url: 'https://sellercentral.amazon.com/seller-forums/discussions/t/f1a9838a-a419-48ee-82f4-138a597b7f05',
    seen: '2026-11',
  },
  'staff-at-risk': {
    title: 'Amazon staff, CA forum: what the rating and its banner mean',
    url: 'https://sellercentral.amazon.ca/seller-forums/discussions/t/b8618f1e-7ddd-4978-b90d-e20e85162992',
    seen: '2026-11',
  },
  'staff-refunds': {
    title: 'Amazon staff, US forum: refund after a return',
    url: 'https://sellercentral.amazon.com/seller-forums/discussions/t/0413b39c-276c-498d-9866-b7c1610ccc3e',
  },
  'staff-violations': {
    title: 'Amazon staff, EU forum: common policy violations',
    url: 'https://sellercentral-europe.amazon.com/seller-forums/discussions?categories%5B%5D=amzn1.spce.category.8b1ad9d6',
  },
  'forum-health-assurance': {
    title: 'Amazon announcement in its seller forum (US, 2022): Account Health Assurance',
    url: 'https://sellercentral.amazon.com/forums/t/account-health-assurance-helps-you-address-issues-without-account-deactivation/1404381',
    seen: '2026-11',
  },
  'forum-dac7': {
    title: 'Amazon announcement in its seller forum (US): tax details for DAC7',
    url: 'https://sellercentral.amazon.com/seller-forums/discussions/t/fdf56854-c40a-45d5-92a0-335aa0583757',
    seen: '2026-11',
  },
  'forum-dac7-it': {
    title: 'Amazon announcement in its seller forum (EU, in Italian): tax details for DAC7',
    url: 'https://sellercentral-europe.amazon.com/seller-forums/discussions/t/4d775269-c434-4198-809f-514a539041db',
    seen: '2026-11',
  },
  'staff-insurance': {
    title: 'Amazon staff, forum: commercial liability insurance',
    url: 'https://sellercentral.amazon.com.au/seller-forums/discussions/t/eb2a01c8-5d98-4609-b9b5-285d49c0a3fd',
    seen: '2026-11',
  },
  'staff-report-abuse': {
    title: 'Amazon staff, EU forum: how to report a listing or a seller',
    url: 'https://sellercentral-europe.amazon.com/seller-forums/discussions/t/083c531b5333c29774865888332d98b0',
    seen: '2026-11',
  },
  'repost-epr-france': {
    title: 'Amazon announcement, reposted on seller-forum.com: EPR in France',
    url: 'https://seller-forum.com/t/learn-about-extended-producer-responsibility-requirements-in-france/2411',
    seen: '2026-11',
  },
  'amazon-mws-announcement': {
    title: 'Amazon announcement: renewing developer access',
    url: 'https://sellercentral.amazon.com/seller-forums/discussions/t/79596f7e383913d4f58efd2b9e6de56c',
  },
  'repost-health-assurance': {
    title: 'Amazon announcement, reposted on seller-forum.com: Account Health Assurance',
    url: 'https://seller-forum.com/t/account-health-assurance-helps-you-address-account-deactivation-issues-with-ease/4714',
  },
  'repost-inform': {
    title: 'Amazon announcement, reposted on seller-forum.com: INFORM Consumers Act',
    url: 'https://seller-forum.com/t/review-your-business-information-for-upcoming-inform-act-requirements/4814',
  },
  'repost-funds-policy': {
    title: 'Amazon announcement, reposted on seller-forum.com: funds policy',
    url: 'https://seller-forum.com/t/update-to-the-funds-withholding-policy-page/6534',
  },
  'repost-longer-reserve': {
    title: 'Amazon notice, posted on seller-forum.com: reserve of fourteen days',
    url: 'https://seller-forum.com/t/can-anyone-explain-how-the-14-day-reserve-policy-works/6754',
  },
  'repost-rating-points': {
    title: 'Amazon notice, reposted by Sipransh: keeping a good rating',
    url: 'https://sipranshecommgrowth.com/maintain-a-good-account-health-rating-during-the-holiday-season',
  },
  'repost-recovery': {
    title: 'Amazon announcement of 2021, reported by mjzj (Chinese): 2SV recovery',
    url: 'https://mjzj.com/newmjzj/article/detail/52152',
  },
  'copy-recovery-help': { title: 'Amazon help text on 2SV recovery, as copied on another site' },
  'copy-bank-documents': { title: 'Amazon Payments text on bank papers, as copied on another site' },
  'copy-plan-notice': { title: 'Amazon notice on late shipments, as copied on ama-english2.com' },
  'forum-charge-card': {
    title: 'Seller forum (US): transfer delayed for want of a valid card',
    url: 'https://sellercentral.amazon.com/forums/t/funds-transfer-delayed/646211',
  },
  'forum-utility-bill': {
    title: 'Seller forum (EU): a notice on identity papers',
    url: 'https://sellercentral-europe.amazon.com/forums/t/the-impossible-task-of-registering-an-account/549479?page=2',
  },
  'forum-video-interview': {
    title: 'Seller forum (BR): a notice on a video interview',
    url: 'https://sellercentral.amazon.com.br/seller-forums/discussions/t/5cbb4501-d57e-4e00-9dc4-666bebe78616',
  },
  'nist-63b': {
    title: 'NIST SP 800-63B-4: passwords and authenticators',
    url: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
  },
  'owasp-authentication': {
    title: 'OWASP: authentication cheat sheet',
    url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
  },
  'owasp-mfa': {
    title: 'OWASP: multifactor authentication cheat sheet',
    url: 'https://cheatsheetseries.owasp.org/cheatsheets/Multifactor_Authentication_Cheat_Sheet.html',
  },
  'ncsc-expiry': {
    title: 'UK NCSC, as reproduced by Cyber Adviser: forced password expiry',
    url: 'https://news.cyberadviser.net/?p=164',
  },
  'cisa-mfa': {
    title: 'CISA, reported by SecurityWeek: codes and phishing-resistant sign-in',
    url: 'https://www.securityweek.com/cisa-urges-organizations-implement-phishing-resistant-mfa/',
  },
  'fbi-cookies': {
    title: 'FBI Atlanta, reported by Bitdefender: stolen remember-me cookies',
    url: 'https://bitdefender.com/en-us/blog/hotforsecurity/cybercrooks-stealing-browser-cookies-hack-email-fbi',
  },
  'ftc-phishing': {
    title: 'FTC: phishing, for small businesses',
    url: 'https://www.ftc.gov/news-events/blogs/business-blog/2018/11/cybersecurity-small-business-phishing',
  },
  'eu-gpsr': {
    title: 'EU: General Product Safety Regulation (2023/988)',
    url: 'https://eur-lex.europa.eu/eli/reg/2023/988/oj',
    seen: '2026-11',
  },
  'ftc-sim-swap': {
    title: 'FTC: SIM swap scams',
    url: 'https://www.consumer.ftc.gov/blog/2019/10/sim-swap-scams-how-protect-yourself',
    seen: '2026-11',
  },
  'us-inform-law': {
    title: 'US law: INFORM Consumers Act (15 U.S.C. 45f)',
    url: 'https://www.law.cornell.edu/uscode/text/15/45f',
    seen: '2026-11',
  },
  'ftc-inform': {
    title: 'FTC: the INFORM Consumers Act for sellers',
    url: 'https://www.ftc.gov/business-guidance/resources/what-third-party-sellers-need-know-about-inform-consumers-act',
    seen: '2026-11',
  },
  'fkks-inform': {
    title: 'Frankfurt Kurnit (lawyers) on the FTC guidance for INFORM',
    url: 'https://advertisinglaw.fkks.com/post/102imq3/ftc-issues-guidance-for-online-sellers-on-inform-consumers-act',
  },
  'michigan-leavers': {
    title: 'Michigan Small Business Development Center: accounts of leavers',
    url: 'https://michigansbdc.org/cybersecurity/deactivate-employee-accounts/',
  },
  'microsoft-emergency-access': {
    title: 'Microsoft Entra: emergency access accounts',
    url: 'https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access',
  },
  'google-super-admin': {
    title: 'Google Workspace: super administrators',
    url: 'https://support.google.com/a/answer/9011373',
  },
  'seattle-times-bribes': {
    title: 'Seattle Times (2020): consultants charged with bribes for reinstated accounts',
    url: 'https://www.seattletimes.com/business/amazon/fraud-ring-bribed-amazon-employees-for-better-online-sales-feds-allege/',
    seen: '2026-11',
  },
  'bindwise-suspended': {
    title: 'Bindwise: a seller on paid offers after a suspension',
    url: 'https://www.bindwise.com/blog/so-your-amazon-seller-account-has-been-suspended/',
    seen: '2026-11',
  },
  'payoneer-security': {
    title: 'Payoneer: securing an account against takeover',
    url: 'https://www.payoneer.com/resources/how-to-use-payoneer/securing-your-payoneer-account',
    seen: '2026-11',
  },
  'dc360-theft': {
    title: 'Digital Commerce 360 (2017): payouts sent to swapped accounts',
    url: 'https://www.digitalcommerce360.com/2017/04/10/seller-accounts-compromised-amazon/',
  },
  'bankaf-theft': { title: 'Bank of American Fork blog (June 2017): how a customer lost money' },
  'ecommercebytes-violations': {
    title: 'EcommerceBytes (2020): policy violations in one dashboard',
    url: 'https://www.ecommercebytes.com/2020/09/18/amazon-aggregates-seller-policy-violations-in-new-dashboard/',
  },
  'ecommercebytes-dd7': {
    title: 'EcommerceBytes (2025): reserve of seven days after delivery',
    url: 'https://www.ecommercebytes.com/2025/09/30/amazon-delays-payouts-with-controversial-dd7-policy',
  },
  'ecommercebytes-agents': {
    title: 'EcommerceBytes (2026): agreement change with an agent policy',
    url: 'https://www.ecommercebytes.com/dz6g',
  },
  'ppc-land-on-time': {
    title: 'PPC Land (2026): on-time delivery enforcement',
    url: 'https://ppc.land/amazon-narrows-otdr-enforcement-only-worst-listings-face-deactivation-from-feb-28',
  },
  'ppc-land-challenge': {
    title: "PPC Land on Amazon's questions and answers: Seller Challenge",
    url: 'https://ppc.land/amazon-introduces-seller-challenge-feature-for-enforcement-appeals',
    seen: '2026-11',
  },
  'forklog-browser': {
    title: 'ForkLog (2025): a browser maker delivered altered extensions',
    url: 'https://forklog.com/en/telegrams-perilous-security-4-7m-hit-to-metamask-and-okx-and-other-cybersecurity-developments/amp',
  },
  'ien-extensions': {
    title: 'India Employment News: extensions turned into spyware by updates',
    url: 'https://india-employmentnews.com/tech-category/browser-extensions-how-safe-are-browser-extensions-4/cid17909119.htm',
  },
  'corbado-passkeys': {
    title: 'Corbado: passkeys at Amazon',
    url: 'https://www.corbado.com/blog/amazon-passkeys-launch',
  },
  'graphlattice-rules': { title: 'Graphlattice (April 2026): mail rules outlive a password reset' },
  'fbamonthly-phishing': {
    title: "FBA Monthly: report of Amazon's advice on fake messages",
    url: 'https://fbamonthly.com/visit/0610',
  },
  'sellersprite-privacy': {
    title: 'SellerSprite: privacy policy of its extension',
    url: 'https://m.sellersprite.com/en/help/privacy-policy',
  },
  'flatfile-permissions': {
    title: 'Flatfile Pro: set up user permissions',
    url: 'https://flatfile.pro/uncategorized/amazon-user-permissions-step-by-step-setup/',
  },
  'zesty-agency': {
    title: 'Zesty (agency): how it asks clients for access',
    url: 'https://zestymarketingagency.com/how-to-give-your-agency-partner-access-to-amazon-seller-central/',
  },
  'channelmax-idle-users': {
    title: "ChannelMAX on Amazon's announcement: idle users are removed",
    url: 'https://www.channelmax.net/article/amazon-to-remove-inactive-users-from-seller-central-accounts',
  },
  'case-lost-transfer': {
    title: 'Online Seller Solutions, case 16: a transfer that never arrived',
    url: 'https://lab.onlinesellersolutions.com/p/case-016-6900333-left-the-account',
  },
  'sellerclass-on-time': {
    title: 'Sellerclass (Chinese): on-time delivery announcement',
    url: 'https://www.sellerclass.com/p/13750.html',
  },
  'sellerclass-payments': {
    title: 'Sellerclass (Chinese): sub-accounts and payment data',
    url: 'https://sellerclass.com/p/4887.html',
  },
  'zipzap-rating': {
    title: 'ZipZap (March 2026): Account Health Rating',
    url: 'https://www.zipzap.agency/blogs/post/amazon-account-health-2026-avoid-suspension',
    seen: '2026-11',
  },
  'bigbcc-safe-t': {
    title: 'BigBCC, quoting Amazon: SAFE-T claims in 30 days',
    url: 'https://bigbcc.com/amazon-narrows-safe-t-claims-window-for-sellers-to-30-days',
  },
  'benoscales-safe-t': {
    title: 'Ben O Scales: SAFE-T claims from February 2026',
    url: 'https://www.benoscales.com/post/amazon-shortens-safe-t-claim-filing-window-to-30-days-starting-february-16-2026',
  },
  'mag-feedback': {
    title: 'My Amazon Guy (agency), as captured in May 2026: removing feedback',
    url: 'https://sop.myamazonguy.com/books/catalog/page/catalog-sop-negative-feedback-removal',
    seen: '2026-05-12',
  },
  'ecommercechris-appeal': {
    title: 'ecommerceChris (2020): how long an appeal takes',
    url: 'https://www.ecommercechris.com/how-long-does-it-take-to-appeal-an-amazon-seller-suspension/',
  },
  'marketplacevalet-recovery': {
    title: 'Marketplace Valet: 2SV recovery',
    url: 'https://marketplacevalet.com/?p=7045',
  },
  'cabilly-accounts': {
    title: 'Cabilly (lawyers): two selling accounts',
    url: 'https://www.e-cabilly.com/can-you-have-two-amazon-seller-accounts/',
  },
  'ecomcrew-agents': {
    title: 'EcomCrew: agent policy and extensions',
    url: 'https://www.ecomcrew.com/amazon-kill-switch-automation-tools-march-2026',
  },
  'jiangsulong-super-user': { title: "A seller's article of 2020 on jiangsulong.com (Chinese)" },
  'zuoooo-payouts': {
    title: 'zuoooo (Chinese): look at the payout account before each payout',
    url: 'https://zuoooo.com/blog/ec/56516.html',
  },
  'ssopdot-bookmark': {
    title: 'ssopdot (Chinese): sign in from saved bookmarks',
    url: 'https://ssopdot.com/blog/9590.html',
  },
  'ssopdot-leavers': {
    title: "ssopdot (Chinese): leavers who change a store's login",
    url: 'https://ssopdot.com/blog/98107.html',
  },
  'kuajingnote-roles': {
    title: 'kuajingnote (Chinese): who should hold the main login',
    url: 'https://www.kuajingnote.com/kuajingbaike/4370.html',
  },
  'amz10-sub-account': {
    title: 'amz10 (Chinese): sub-account when the main login is challenged',
    url: 'https://www.amz10.com/p/735.html',
  },
  'five-doors': { title: "A seller's list of five doors into an account" },
} as const satisfies Record<string, Source>

export type SourceId = keyof typeof table

export const sources: Readonly<Record<SourceId, Source>> = table

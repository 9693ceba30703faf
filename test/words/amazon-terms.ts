/**
 * Amazon's own terms, as Amazon writes them. A seller meets them every day and no plainer word would do, so they are
 * left out where the reading age is counted. Longer ones first: "Account Health Rating" before "Account Health".
 */
const terms = [
  ...[
    'Account Health Assurance',
    'Account Health Rating',
    'Account Health',
    'Account Info',
    'Account Level Reserve',
  ],
  ...['A-to-z Guarantee Claims', 'A-to-z Guarantee claim', 'A-to-z claims', 'A-to-z claim', 'Agent Policy'],
  ...[
    'Amazon Services Business Solutions Agreement',
    'Business Solutions Agreement',
    'Brand Registry',
    'Buy Shipping',
  ],
  ...['authorized partners', 'authorized partner', 'beneficial owner', 'Buyer-Seller Messages', 'Case log'],
  ...['Charge Methods', 'charge method', 'Chargeback Claims', 'chargebacks', 'chargeback', 'Deposit Methods'],
  ...['deposit methods', 'deposit method', 'Feedback Manager', 'Fulfilled by Amazon', 'global permissions'],
  ...['Identity and business verification', 'Listing status', 'Login with Amazon', 'Login settings'],
  ...['Manage All Inventory', 'Manage Inventory', 'Manage Orders', 'Manage Returns', 'Manage Your Apps'],
  ...[
    'merchant token',
    'Notification Preferences',
    'order defect rate',
    'late shipment rate',
    'valid tracking rate',
  ],
  ...['on-time delivery rate', 'Payments dashboard', 'Performance Notifications', 'performance notification'],
  ...[
    'plan of action',
    'preventive measures',
    'preventive measure',
    'corrective actions',
    'root causes',
    'root cause',
  ],
  ...[
    'Product policy compliance',
    'Professional selling plan',
    'Individual selling plan',
    'Request a Review',
  ],
  ...[
    'SAFE-T Claims',
    'SAFE-T claim',
    'Seller Central',
    'Seller Forums',
    'Seller Fulfilled Prime',
    'Shipping Settings',
  ],
  ...['two-step verification', 'User Permissions', 'Voice of the Customer', 'primary user', 'secondary user'],
  ...[
    'deactivated',
    'deactivation',
    'authenticator app',
    'Tax information',
    'Nightlatch',
    'Amazon’s',
    'Amazon',
  ],
]

const pattern = new RegExp(
  `(?<![\\p{L}-])(?:${[...terms].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}-])`,
  'giu',
)

export const withoutAmazonsTerms = (text: string): string => text.replace(pattern, ' ')

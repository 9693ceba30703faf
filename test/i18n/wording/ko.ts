import type { Wording } from './wording'

export const wording: readonly Wording[] = [
  {
    wrong: /\$[A-Z_]+\$(?:을|를|이(?!상|하|내|후|전)|가|은|는|과|와|으로|로|라)/,
    instead: 'a noun between, or 에, 의, 도, 까지, 부터: this particle changes with the sound before it',
  },
  { wrong: /[을은이과으]\([를는가와로]\)/, instead: 'a sentence that needs no particle in two forms' },
  { wrong: /판매자/, instead: '셀러, as Amazon says' },
  { wrong: /귀하|당신|너희/, instead: 'no word for “you”: leave it out' },
  { wrong: /(?<!세)요[.?]/, instead: '-습니다, and -세요 in steps: not -해요' },
  { wrong: /[가-힣](?<!니)다\./, instead: '-습니다: the plain form is for books' },
  { wrong: /[\u1100-\u11ff]/, instead: 'whole syllables (NFC), or a search misses them' },
  { wrong: /[\uff01-\uff5e\u3001\u3002]/, instead: 'half-width punctuation' },
  { wrong: /[가-힣] \(/, instead: 'no space before a bracket' },
  { wrong: /\$[A-Z_]+\$ (?:개|건|명|일|회|번|분|대|장|주)(?![가-힣])/, instead: 'no space before a counter' },
  { wrong: /\d (?:개|건|명|일|회|번|분|대|장|주|시간)(?![가-힣])/, instead: 'no space before a counter' },
  { wrong: /A-to-z/, instead: 'A-to-Z, as the Korean help writes it' },
  {
    wrong: /\$(?:DAY|UNTIL|ON|CHECKED|SINCE|DATE|EVE)\$\./,
    instead: 'a date in short form ends in a point already',
  },
  { wrong: /어카운트|셀러센트럴|아마존닷컴/, instead: '계정, 셀러 센트럴, 아마존 미국(.com)' },
  { wrong: /해킹/, instead: '계정 도용' },
  { wrong: /단추/, instead: '버튼' },
  { wrong: /편지/, instead: '문안: 편지 is to a friend' },
  { wrong: /청구서/, instead: '인보이스 of a supplier; 고지서 for utilities' },
  {
    wrong: /^[^:]*니다\.$/,
    of: /^playbooks_avoid_/,
    instead: '-기: a sentence in a list of mistakes reads as what to do',
  },
  { wrong: /\$DAY\$까지 (?:확인할|없음)/, instead: '전까지: on that day it is due' },
]

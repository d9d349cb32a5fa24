/** A raw value of the language variable that real software was seen to send. */
export interface RealValue {
  /** null: the header is missing. */
  readonly value: string | null
  /** Who sends it, for people. */
  readonly client: string
}

// Seen in server logs, bug reports, test suites and SDK sources; `deviceValues` (devices.ts) makes
// the common ones for any language.
const seen: Readonly<Record<string, readonly string[]>> = {
  Chrome: [
    'en-US,en;q=0.9',
    'fr-FR,fr;q=0.9,en;q=0.8',
    'fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7',
    'it-IT,it;q=0.9,en-US;q=0.8,en;q=0.7',
    'zh-CN,zh;q=0.9',
    'zh-HK,zh;q=0.9,en-HK;q=0.8,en;q=0.7',
    'es-419,es;q=0.9',
  ],
  'Chrome with languages added by hand': [
    'pt-BR,pt;q=0.9,en-US;q=0.8,en;q=0.7,ru;q=0.6',
    'fa,en-US;q=0.9,en;q=0.8,fa-IR;q=0.7',
    'en-US,en;q=0.9,zh;q=0.5',
    'fil-PH,fil;q=0.97,en-US;q=0.94,en;q=0.91,en-ph;q=0.89,en-gb;q=0.86,hu-HU;q=0.83,hu;q=0.8,en-AU;q=0.77,en-nl;q=0.74,nl-en;q=0.71,nl;q=0.69,en-HK;q=0.66,en-sg;q=0.63,en-th;q=0.6,pl-PL;q=0.57,pl;q=0.54,fr-FR;q=0.51,fr;q=0.49,en-AE;q=0.46,zh-CN;q=0.43,zh;q=0.4,ja-JP;q=0.37,ja;q=0.34,id-ID;q=0.31,id;q=0.29,ru-RU;q=0.26,ru;q=0.23,de-DE;q=0.2,de;q=0.17,ko-KR;q=0.14,ko;q=0.11,es-ES;q=0.09,es;q=0.06,en-AP;q=0.0',
  ],
  'Chrome before version 61': ['en-US,en;q=0.8,de-DE;q=0.6,de;q=0.4'],
  Edge: [
    'de,de-DE;q=0.9,en;q=0.8,en-GB;q=0.7,en-US;q=0.6',
    'es-419,es;q=0.9,en;q=0.8,fi;q=0.7,en-GB;q=0.6,en-US;q=0.5,es-VE;q=0.4',
  ],
  Firefox: [
    'en-US,en;q=0.5',
    'de,en-US;q=0.7,en;q=0.3',
    'ca-valencia,ca;q=0.8,en-US;q=0.5,en;q=0.3',
    'brx,as;q=0.5',
  ],
  'an old Firefox': [
    'fr,fr-fr;q=0.8,en-us;q=0.5,en;q=0.3',
    'zh-cn,zh;q=0.8,zh-tw;q=0.7,zh-hk;q=0.5,en-us;q=0.3,en;q=0.2',
    'pa,sv;q=0.8,fi;q=0.7,it-ch;q=0.5,en-us;q=0.3,en;q=0.2',
  ],
  Safari: ['en-GB,en;q=0.9', 'zh-CN,zh-Hans;q=0.9', 'zh-TW,zh-Hant;q=0.9,zh;q=0.8'],
  'Safari before iOS 11': ['fr-fr'],
  'an iPhone app (AFNetworking)': [
    'zh-Hans-CN;q=1',
    'zh-Hans-CN;q=1, en-CN;q=0.9, ga-IE;q=0.8',
    'zh-Hans-JP;q=1, en-JP;q=0.9, zh-Hant-TW;q=0.8, ja-JP;q=0.7, en-US;q=0.6',
  ],
  'an iPhone app (Alamofire)': [
    'fr-FR;q=1.0, en-FR;q=0.9, en-GB;q=0.8, ar-FR;q=0.7, ja-FR;q=0.6, el-FR;q=0.5',
    'en;q=1.0, en-PL;q=0.9, pl-PL;q=0.8, ru-PL;q=0.7, uk-PL;q=0.6',
    'en;q=1.0, ckb-US;q=0.9',
  ],
  'the Auth0 SDK on Android': [
    'pt_BR',
    'fr_FR',
    'iw_IL',
    'in_ID',
    'es_419',
    'zh_TW_#Hant',
    'zh_CN_#Hans',
    'sr__#Latn',
  ],
  'the Auth0 SDK on Android with regional preferences': [
    'en_US_#u-fw-mon-mu-celsius',
    'th_TH_#u-nu-thai',
  ],
  'an Android app that mixes both separators': ['en_in,en-IN;q=0.8,en-US;q=0.6'],
  'YouTube on a phone set to Hebrew': ['iw-IL,iw;q=0.9,en-US;q=0.8,en-GB;q=0.7,en;q=0.6'],
  'a client with the old code of Hebrew': ['iw-IL,iw;q=0.9'],
  'a server (fetch in Node.js)': ['*'],
  'a page rendered by QtWebKit': ['en-US,*'],
  'a script': ['pt_br', 'zh-Hant', 'zh-hant,en;q=0.9', 'fil-US,en;q=0.9,it;q=0.8'],
  'an app that names its language itself': ['en-US', 'dutch', 'enUS'],
  'a browser in Bosnia': ['bs-Latn-BA,bs;q=0.8', 'bs-Cyrl-BA,bs;q=0.8'],
  'a client that lists languages without weights': ['fr-fr,fr-ca', 'hi-in,hi,en-us,en'],
  'a client that refuses a language': ['zh;q=0, en', 'id;q=0, en;q=0.1'],
  'a client that weighs in its own way': [
    'en,en-US;q=0.8',
    'ko, en;q=1.0, *;q=0.5',
    ' EN-us ;  q=0.9 , zh-hant-tw;Q=1',
    'es-AR,es;q=8.0',
    'en-US;q=0.6;en_in,en-IN;q=0.5',
  ],
  'a Mac with traditional Spanish sorting': ['es-ES_tradnl'],
  'a client with a broken setting': [
    'chrome://global/locale/intl.properties',
    'Croatianq',
    'r5,fr;q=1,de',
    'Zen§gq1',
    'awooga;q=0.5',
    'en-cockney, i-cherokee, x-pig-latin',
  ],
}

/** Real values, a missing header first. */
export const realValues: readonly RealValue[] = [
  { value: null, client: 'a server, a script or an Android app that sends no language' },
  { value: '', client: 'an app that sends an empty X-Request-Language' },
  ...Object.entries(seen).flatMap(([client, values]) => values.map((value) => ({ value, client }))),
]

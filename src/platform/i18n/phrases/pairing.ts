import type { Phrases } from '#platform/i18n/wording.ts';

export const pairingPhrases = {
  title: { 'zh-CN': '配对这台设备', en: 'Pair this device' },
  subtitle: { 'zh-CN': '由银行工作人员操作', en: 'For bank staff' },
  'title-kiosk': { 'zh-CN': '配对：取号机', en: 'Pair: ticket kiosk' },
  'title-pad': { 'zh-CN': '配对：评价器', en: 'Pair: rating pad' },
  'title-counter': { 'zh-CN': '配对：柜员台', en: 'Pair: teller console' },
  'title-board': { 'zh-CN': '配对：叫号屏', en: 'Pair: call board' },
  'other-language': { 'zh-CN': 'English', en: '中文' },
  code: { 'zh-CN': '配对码', en: 'Pairing code' },
  'code-hint': {
    'zh-CN': '12 位字母和数字，一次有效。大小写、空格都没关系',
    en: '12 letters and digits, good for one use. Case and spaces do not matter',
  },
  'code-left': { 'zh-CN': '还差 {count} 位', en: '{count} more to go' },
  keys: { 'zh-CN': '配对码键盘', en: 'Code keys' },
  delete: { 'zh-CN': '删一个', en: 'Delete' },
  pair: { 'zh-CN': '配对', en: 'Pair' },
  pairing: { 'zh-CN': '正在配对', en: 'Pairing' },
  paired: { 'zh-CN': '配对好了，正在打开', en: 'Paired; opening the screen' },
  'error-code-unknown': {
    'zh-CN': '这个配对码不对。请一个一个核对，再输一次',
    en: 'This code is not right. Check each character and type it again',
  },
  'error-code-used': {
    'zh-CN': '这个配对码已经用过了。请在服务器上再开一个',
    en: 'This code has been used. Ask for a new one at the server',
  },
  'error-too-many-tries': {
    'zh-CN': '试得太多了。请等一分钟再试',
    en: 'Too many tries. Wait a minute, then try again',
  },
  'error-no-answer': {
    'zh-CN': '连不上服务器。请检查网线，再按一次配对',
    en: 'The server does not answer. Check the cable, then press Pair again',
  },
  'error-storage-wiped': {
    'zh-CN': '本机的配对资料被清空了，需要重新配对',
    en: 'This device lost its pairing and needs a new code',
  },
  'error-storage-broken': {
    'zh-CN': '本机存不下资料。请检查硬盘，不要用隐私浏览窗口',
    en: 'This device cannot store data. Check its disk; do not use a private window',
  },
  'error-not-secure': {
    'zh-CN': '请用 https 或 localhost 打开这个页面',
    en: 'Open this page through https or localhost',
  },
} as const satisfies Phrases;

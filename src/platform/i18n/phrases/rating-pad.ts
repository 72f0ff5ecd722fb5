import type { Phrases } from '#platform/i18n/wording.ts';

/** `|` marks where a long word may break on a narrow tile. */
export const ratingPadPhrases = {
  title: { 'zh-CN': '评价器 · 银杏', en: 'Rating pad · Ginkgo' },
  counter: { 'zh-CN': '{label}号窗口', en: 'Counter {label}' },
  counterWord: { 'zh-CN': '号窗口', en: 'Counter' },
  tellerNumber: { 'zh-CN': '工号 {id}', en: 'Staff no. {id}' },
  stars: { 'zh-CN': '{count}星柜员', en: '{count} of 5 stars' },

  readyTitle: { 'zh-CN': '很高兴为您服务', en: 'Happy to serve you' },
  servingNumber: { 'zh-CN': '正在办理', en: 'Now serving' },
  pausedTitle: { 'zh-CN': '暂停服务', en: 'Service paused' },
  closedTitle: { 'zh-CN': '本窗口未开', en: 'This counter is closed' },
  unknownTitle: { 'zh-CN': '欢迎光临', en: 'Welcome' },
  pausedHint: { 'zh-CN': '请稍候，或看大厅屏幕到其他窗口', en: 'Please wait, or see the lobby screen' },
  closedHint: { 'zh-CN': '请看大厅屏幕，到叫您的窗口', en: 'The lobby screen shows where to go' },
  'pause-break': { 'zh-CN': '柜员休息一会儿，马上回来', en: 'A short break; back soon' },
  'pause-helping-in-lobby': { 'zh-CN': '柜员正在大厅帮助客户', en: 'Helping a customer in the lobby' },
  'pause-equipment': { 'zh-CN': '设备正在检修', en: 'The equipment is being looked after' },

  connected: { 'zh-CN': '评价器已连接', en: 'Connected' },
  cut: { 'zh-CN': '{time} 起没有网络，评价照常记下', en: 'Offline since {time}, still works' },
  trouble: { 'zh-CN': '评价器需要检修，请告诉工作人员', en: 'This pad needs care; please tell our staff' },
  revoked: {
    'zh-CN': '评价器已停用，请联系管理员',
    en: 'This pad has been retired; please ask an administrator',
  },
  rateByNumber: { 'zh-CN': '凭票号评价', en: 'Rate by number' },

  question: { 'zh-CN': '今天的服务怎么样？', en: 'How did we do?' },
  yourNumber: { 'zh-CN': '您的号票', en: 'Your ticket' },
  VS5: { 'zh-CN': '非常|满意', en: 'Very happy' },
  S4: { 'zh-CN': '满意', en: 'Happy' },
  N3: { 'zh-CN': '基本|满意', en: 'Fairly happy' },
  D2: { 'zh-CN': '不满意', en: 'Unhappy' },
  VD1: { 'zh-CN': '非常|不满意', en: 'Very unhappy' },
  decline: { 'zh-CN': '不评价', en: 'Skip' },
  accepted: { 'zh-CN': '已记下', en: 'Recorded' },
  changeHint: { 'zh-CN': '点错了？点别的改一下', en: 'Wrong one? Tap another' },
  goOn: { 'zh-CN': '好了', en: 'Done' },
  unwritten: { 'zh-CN': '没有记下来', en: 'Not recorded' },
  unwrittenHint: { 'zh-CN': '请再点一次，或告诉工作人员', en: 'Please tap again, or tell our staff' },
  missed: { 'zh-CN': '没有按到，请按格子中间', en: 'Please press the middle' },

  modes: { 'zh-CN': '显示方式', en: 'How it looks' },
  elder: { 'zh-CN': '大字', en: 'Large' },
  standardSize: { 'zh-CN': '标准', en: 'Small' },
  highContrast: { 'zh-CN': '黑底', en: 'Dark' },
  standardContrast: { 'zh-CN': '白底', en: 'Light' },
  otherLanguage: { 'zh-CN': 'EN', en: '中文' },

  reasonsTitle: { 'zh-CN': '哪里没有做好？', en: 'What went wrong?' },
  reasonsHint: { 'zh-CN': '可以选几项，也可以不选', en: 'Choose as many as you like, or none' },
  reasonsChosen: { 'zh-CN': '已选 {count} 项', en: '{count} chosen' },
  moreReasons: { 'zh-CN': '更多原因', en: 'More reasons' },
  nextPage: { 'zh-CN': '下一步', en: 'Next' },
  contactTitle: { 'zh-CN': '需要经理联系您吗？', en: 'Would you like a manager to contact you?' },
  contactHint: {
    'zh-CN': '大堂经理会看到您的票号，您也可以现在就去找大堂经理',
    en: 'The lobby manager will see your ticket number. You may also speak to the manager right now.',
  },
  contactNo: { 'zh-CN': '不需要', en: 'No' },
  contactYes: { 'zh-CN': '需要', en: 'Yes' },

  thanks: { 'zh-CN': '谢谢您', en: 'Thank you' },
  thanksHint: { 'zh-CN': '祝您一切顺利', en: 'We wish you all the best' },

  letterTitle: { 'zh-CN': '您的号票是什么字母？', en: "Your ticket's letter?" },
  digitsTitle: { 'zh-CN': '后面的数字|是多少？', en: 'And the digits?' },
  numberSpoken: { 'zh-CN': '已按：{number}', en: 'Entered: {number}' },
  alreadyRated: {
    'zh-CN': '这个号今天已经评价过了，谢谢您',
    en: 'This number has been rated today. Thank you',
  },
  deleteDigit: { 'zh-CN': '删一个', en: 'Delete' },
  confirmNumber: { 'zh-CN': '好了', en: 'OK' },
  back: { 'zh-CN': '返回', en: 'Back' },
} as const satisfies Phrases;

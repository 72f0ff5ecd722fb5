import type { Phrases } from '#platform/i18n/wording.ts';

/** The wall speaks both languages at once: Chinese first, English under it. */
export const callBoardPhrases = {
  nowCalling: { 'zh-CN': '现在叫号', en: 'Now calling' },
  calledAgain: { 'zh-CN': '再次呼叫', en: 'Called again' },
  at: { 'zh-CN': '{label} 号窗口', en: 'Counter {label}' },
  people: { 'zh-CN': '{count} 人在等', en: '{count} waiting' },
  nobodyYet: { 'zh-CN': '请先取号，叫到时这里会显示', en: 'Take a ticket. Your number will appear here.' },
  label: { 'zh-CN': '{label}号', en: '{label}' },
  serving: { 'zh-CN': '办理中', en: 'Serving' },
  free: { 'zh-CN': '空闲', en: 'Free' },
  paused: { 'zh-CN': '暂停', en: 'Paused' },
  closed: { 'zh-CN': '未开', en: 'Closed' },
  staleNow: { 'zh-CN': '数据停在 {time}（刚刚断线）', en: 'Offline since {time}' },
  stale: {
    'zh-CN': '数据停在 {time}（断线 {minutes} 分钟）',
    en: 'Offline since {time} ({minutes} min)',
  },
  staleHours: {
    'zh-CN': '数据停在 {time}（断线 {hours} 小时 {minutes} 分钟）',
    en: 'Offline since {time} ({hours} h {minutes} min)',
  },
  revoked: { 'zh-CN': '此屏已停用，请看其他叫号屏', en: 'This screen is out of use.' },
} as const satisfies Phrases;

import type { Phrases } from '#platform/i18n/wording.ts';

/** What every screen says about its machine and its line. */
export const devicePhrases = {
  connected: { 'zh-CN': '已连接', en: 'Connected' },
  cut: { 'zh-CN': '网络断开，从 {time} 起', en: 'Offline since {time}' },
  'cut-but-working': { 'zh-CN': '网络断开，业务照常', en: 'Offline, still working' },
  unsent: { 'zh-CN': '还有 {count} 条没有上传', en: '{count} not sent yet' },
  'trouble-storage-wiped': { 'zh-CN': '本机数据被清空过', en: 'This device lost its data' },
  'trouble-storage-full': { 'zh-CN': '本机存储快满了', en: 'Storage is nearly full' },
  'trouble-storage-broken': { 'zh-CN': '本机存储出了故障', en: 'Storage is failing' },
  'trouble-not-persistent': { 'zh-CN': '浏览器没有批准长期保存', en: 'The browser may delete data' },
  'trouble-out-of-paper': { 'zh-CN': '打印机没有纸了', en: 'The printer is out of paper' },
  'trouble-lease-exhausted': { 'zh-CN': '备用号码已用完', en: 'No spare numbers left' },
  'trouble-cloned': { 'zh-CN': '有另一台机器在用本机的身份', en: 'Another machine uses this identity' },
  'trouble-clock-wrong': { 'zh-CN': '本机时钟不准', en: 'The clock of this device is wrong' },
  'trouble-set-aside': {
    'zh-CN': '有 {count} 条记录服务器没有收下，请告诉技术人员',
    en: '{count} records were not accepted by the server; tell IT',
  },
  'trouble-revoked': { 'zh-CN': '本机已被停用', en: 'This device was revoked' },
  'trouble-update-needed': { 'zh-CN': '需要更新版本', en: 'An update is needed' },

  'staff-title': { 'zh-CN': '设备信息（工作人员）', en: 'Device information (staff)' },
  'staff-device': { 'zh-CN': '设备', en: 'Device' },
  'staff-version': { 'zh-CN': '程序版本', en: 'App version' },
  'staff-config': { 'zh-CN': '配置版本', en: 'Configuration' },
  'staff-unsent': { 'zh-CN': '未上传', en: 'Not sent' },
  'staff-set-aside': { 'zh-CN': '服务器没有收下', en: 'Not accepted by the server' },
  'staff-troubles': { 'zh-CN': '故障', en: 'Troubles' },
  'staff-no-troubles': { 'zh-CN': '没有', en: 'None' },
  'staff-comma': { 'zh-CN': '，', en: ', ' },
  'staff-rescue': { 'zh-CN': '导出未上传的数据', en: 'Export unsent data' },
  'staff-rescue-working': { 'zh-CN': '正在导出', en: 'Exporting' },
  'staff-rescue-saved': { 'zh-CN': '已存成文件，请交给技术人员', en: 'Saved to a file; give it to IT' },
  'staff-rescue-partial': {
    'zh-CN': '本机存储有故障，只存下一部分，请把文件交给技术人员',
    en: 'Storage is damaged; only part was saved. Give the file to IT',
  },
  'staff-rescue-failed': { 'zh-CN': '导出失败，请联系技术人员', en: 'Export failed; call IT' },
  'staff-close': { 'zh-CN': '关闭', en: 'Close' },
} as const satisfies Phrases;

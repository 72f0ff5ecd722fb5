import type { DeviceConfig } from '#contract/config.ts';
import type { Branch, Service } from '#domain/branch/branch.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

function service(id: string, letter: string, name: string, over: Partial<Service> = {}): Service {
  return {
    id,
    letter,
    name: { 'zh-CN': name, en: id },
    purpose: { 'zh-CN': `${name}的业务`, en: `For ${id}` },
    bring: { 'zh-CN': '身份证', en: 'ID card' },
    icon: 'cash',
    waitingArea: { 'zh-CN': '左边的座位', en: 'the seats on the left' },
    hours: [{ days: EVERY_DAY, fromMin: 9 * 60, toMin: 17 * 60 }],
    typicalMinutes: 8,
    ...over,
  };
}

/** A small branch: three services (one only on weekdays), two counters, an asked and an unasked class. */
export const branchDouble: Branch = {
  id: 'minghu',
  name: { 'zh-CN': '明湖路支行', en: 'Minghu Road Branch' },
  timeZone: 'Asia/Shanghai',
  services: [
    service('cash', 'A', '取钱存钱'),
    service('card', 'B', '银行卡'),
    service('company', 'C', '公司的业务', { hours: [{ days: WEEKDAYS, fromMin: 540, toMin: 1020 }] }),
  ],
  classes: [
    { id: 'ordinary', name: { 'zh-CN': '普通', en: 'Ordinary' }, precedence: 0, question: null },
    {
      id: 'caring',
      name: { 'zh-CN': '爱心优先', en: 'Priority' },
      precedence: 2,
      question: { 'zh-CN': '您需要优先办理吗？', en: 'Would you like priority service?' },
    },
  ],
  counters: [
    { id: 'c1', label: '1', services: ['cash', 'card'] },
    { id: 'c2', label: '2', services: ['cash', 'company'] },
  ],
  tellers: [{ id: '0817', shownName: '李静', stars: 4, photo: null }],
  rules: { maxPassed: 3, ageingMin: 40, graceMin: 15, returnBehind: 2 },
  reasons: {
    version: 1,
    low: [{ id: 'waited', words: { 'zh-CN': '等得太久', en: 'Long wait' }, about: 'branch' }],
  },
  helpDesk: { 'zh-CN': '大门右边的服务台', en: 'the service desk right of the door' },
};

export const configDouble: DeviceConfig = {
  version: 'v1',
  branch: branchDouble,
  device: {
    id: 'kiosk-1',
    branch: 'minghu',
    role: 'kiosk',
    counter: null,
    place: { 'zh-CN': '大门口', en: 'At the door' },
    languages: ['zh-CN', 'en'],
    printer: 'none',
    screen: { mmPerPx: null, shortSideMm: 268, bottomHeightMm: 800 },
  },
  demo: true,
};

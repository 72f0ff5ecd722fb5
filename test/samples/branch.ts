import type { Branch, OpeningHours, Service, Words } from '#domain/branch/branch.ts';

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
const WORKDAYS = [1, 2, 3, 4, 5];
const DAILY = [...WORKDAYS, 6, 7];
const ALL_DAY: readonly OpeningHours[] = [{ days: DAILY, fromMin: 9 * 60, toMin: 17 * 60 }];
const WITH_LUNCH: readonly OpeningHours[] = [
  { days: WORKDAYS, fromMin: 9 * 60, toMin: 12 * 60 },
  { days: WORKDAYS, fromMin: 13 * 60 + 30, toMin: 17 * 60 },
];

const hall = words('大厅左侧等候区', 'Waiting area, left of the hall');
const quiet = words('大厅右侧等候区', 'Waiting area, right of the hall');

const services: readonly Service[] = [
  {
    id: 'cash',
    letter: 'A',
    name: words('现金存取', 'Cash'),
    purpose: words('存钱、取钱、换零钱', 'Deposit, withdraw or change cash'),
    bring: words('银行卡或存折,五万元以上请带身份证', 'Card or passbook; ID card above ¥50,000'),
    icon: 'cash',
    waitingArea: hall,
    hours: ALL_DAY,
    typicalMinutes: 5,
  },
  {
    id: 'account',
    letter: 'B',
    name: words('开户与银行卡', 'Accounts and cards'),
    purpose: words('开卡、换卡、挂失、改密码', 'Open, replace or report a card'),
    bring: words('本人身份证', 'Your own ID card'),
    icon: 'card',
    waitingArea: hall,
    hours: ALL_DAY,
    typicalMinutes: 12,
  },
  {
    id: 'transfer',
    letter: 'C',
    name: words('转账汇款', 'Transfers'),
    purpose: words('给别人转账、异地汇款', 'Send money to someone'),
    bring: words('银行卡、身份证、收款人账号', "Card, ID card, the payee's account number"),
    icon: 'transfer',
    waitingArea: hall,
    hours: ALL_DAY,
    typicalMinutes: 8,
  },
  {
    id: 'pension',
    letter: 'D',
    name: words('存折与养老金', 'Passbook and pension'),
    purpose: words('存折补登、领养老金、社保卡', 'Update a passbook, draw a pension'),
    bring: words('存折或社保卡、身份证', 'Passbook or social-security card, ID card'),
    icon: 'passbook',
    waitingArea: quiet,
    hours: ALL_DAY,
    typicalMinutes: 7,
  },
  {
    id: 'company',
    letter: 'E',
    name: words('对公业务', 'Business banking'),
    purpose: words('公司开户、支票、对账', 'Company accounts, cheques, statements'),
    bring: words('营业执照、公章、经办人身份证', 'Business licence, company seal, ID card'),
    icon: 'company',
    waitingArea: quiet,
    hours: WITH_LUNCH,
    typicalMinutes: 15,
  },
  {
    id: 'advice',
    letter: 'F',
    name: words('理财咨询', 'Advice'),
    purpose: words('定期、理财、贷款咨询', 'Savings, investments, loans'),
    bring: words('身份证', 'ID card'),
    icon: 'question',
    waitingArea: quiet,
    hours: WITH_LUNCH,
    typicalMinutes: 20,
  },
];

/** A believable branch: six services, five counters, three classes. Every test that needs a branch uses this one. */
export const sampleBranch: Branch = {
  id: 'renmin-road',
  name: words('人民路支行', 'Renmin Road Branch'),
  timeZone: 'Asia/Shanghai',
  services,
  classes: [
    { id: 'ordinary', name: words('普通', 'Ordinary'), precedence: 0, question: null },
    {
      id: 'care',
      name: words('爱心', 'Priority care'),
      precedence: 2,
      question: words('您是否需要优先照顾?', 'Do you need priority care?'),
    },
    { id: 'vip', name: words('贵宾', 'VIP'), precedence: 1, question: null },
  ],
  counters: [
    { id: 'counter-1', label: '1', services: ['cash', 'transfer', 'pension'] },
    { id: 'counter-2', label: '2', services: ['cash', 'transfer', 'pension'] },
    { id: 'counter-3', label: '3', services: ['account', 'transfer', 'pension'] },
    { id: 'counter-4', label: '4', services: ['account', 'cash'] },
    { id: 'counter-5', label: '5', services: ['company', 'advice'] },
  ],
  tellers: [
    { id: '1001', shownName: '李静', stars: 5, photo: null },
    { id: '1002', shownName: '王**', stars: 4, photo: null },
    { id: '1003', shownName: '张经理', stars: 5, photo: null },
    { id: '1004', shownName: '陈晨', stars: 3, photo: null },
    { id: '1005', shownName: '刘芳', stars: 4, photo: null },
  ],
  rules: { maxPassed: 3, ageingMin: 40, graceMin: 15, returnBehind: 2 },
  reasons: {
    version: 1,
    low: [
      { id: 'wait-too-long', words: words('等候时间太长', 'Waited too long'), about: 'branch' },
      { id: 'too-slow', words: words('办理太慢', 'Too slow'), about: 'teller' },
      { id: 'cold-manner', words: words('态度冷淡生硬', 'Unfriendly'), about: 'teller' },
      { id: 'not-explained', words: words('解释不清', 'Not well explained'), about: 'teller' },
    ],
  },
  helpDesk: words('大堂经理台,正门右手边', 'Lobby manager, right of the main door'),
};

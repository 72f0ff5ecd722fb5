import { TicketNumber } from '#design/components/ticket-number/ticket-number.tsx';
import type { Example } from '#design/gallery/example.ts';

export const ticketNumberExamples: readonly Example[] = [
  {
    name: 'ticket-number/plain',
    show: () => <TicketNumber number="A017" label="您的号" note="取钱存钱" spoken="A，零一七" />,
  },
];

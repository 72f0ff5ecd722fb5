import { DataTable } from '#design/components/data-table/data-table.tsx';
import { StatusChip } from '#design/components/status-chip/status-chip.tsx';
import type { Example } from '#design/gallery/example.ts';

type Line = { readonly number: string; readonly kind: string; readonly waited: number };

const lines: readonly Line[] = [
  { number: 'A017', kind: '取钱存钱', waited: 14 },
  { number: 'V003', kind: '预约', waited: 2 },
  { number: 'B021', kind: '银行卡', waited: 6 },
];

export const dataTableExamples: readonly Example[] = [
  {
    name: 'data-table/waiting',
    show: () => (
      <DataTable
        caption="等候的号"
        rows={lines}
        rowKey={(line) => line.number}
        isMarked={(line) => line.number === 'V003'}
        empty="现在没有人等候"
        columns={[
          { key: 'number', title: '号', cell: (line) => line.number },
          { key: 'kind', title: '业务', cell: (line) => <StatusChip>{line.kind}</StatusChip> },
          { key: 'waited', title: '已等（分钟）', numeric: true, cell: (line) => line.waited },
        ]}
      />
    ),
  },
  {
    name: 'data-table/empty',
    show: () => (
      <DataTable
        caption="挂起的号"
        rows={[]}
        rowKey={() => ''}
        empty="没有挂起的号"
        columns={[{ key: 'number', title: '号', cell: () => '' }]}
      />
    ),
  },
];

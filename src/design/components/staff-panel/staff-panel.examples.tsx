import { StaffPanel } from '#design/components/staff-panel/staff-panel.tsx';
import type { Example } from '#design/gallery/example.ts';

const press = () => undefined;

export const staffPanelExamples: readonly Example[] = [
  {
    name: 'staff-panel/facts',
    show: () => (
      <StaffPanel
        details={[
          { icon: 'id-card', label: '设备', value: 'pad-1', note: '1 号窗口' },
          { icon: 'transfer', label: '未上传', value: '3' },
          { icon: 'warning', label: '故障', value: '本机存储快满了' },
        ]}
        action="导出未上传的数据"
        onAction={press}
        news="已存成文件，请交给技术人员"
      />
    ),
  },
];

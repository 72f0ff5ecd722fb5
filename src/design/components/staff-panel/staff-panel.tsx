import type { ComponentChildren } from 'preact';
import { Button } from '#design/components/button/button.tsx';
import { Icon } from '#design/components/icon/icon.tsx';
import type { IconName } from '#design/components/icon/icon-paths.ts';
import './staff-panel.css';

export type StaffPanelDetail = {
  readonly icon: IconName;
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
};

type StaffPanelProps = {
  readonly details: readonly StaffPanelDetail[];
  /** The button that carries the data away. */
  readonly action: ComponentChildren;
  readonly onAction: () => void;
  /** What became of it. */
  readonly news?: ComponentChildren;
};

/** What staff read from a machine, one thing a row, and the way to carry its data away. */
export function StaffPanel({ details, action, onAction, news }: StaffPanelProps) {
  return (
    <div class="staff-panel">
      <dl class="staff-panel-details">
        {details.map(({ icon, label, value, note }) => (
          <div key={label} class="staff-panel-detail">
            <dt>
              <Icon name={icon} />
              <span>{label}</span>
            </dt>
            <dd>
              <span class="staff-panel-value">{value}</span>
              {note && <span class="text-s">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Button icon="transfer" wide onPress={onAction}>
        {action}
      </Button>
      <p role="status">{news}</p>
    </div>
  );
}

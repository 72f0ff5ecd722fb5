import { Icon } from '#design/components/icon/icon.tsx';
import type { IconName } from '#design/components/icon/icon-paths.ts';

export type Detail = {
  readonly icon: IconName;
  readonly label: string;
  readonly value: string;
  readonly note?: string | null;
};

/** What a visitor needs to know, one thing a row. */
export function DetailList({ details }: { readonly details: readonly Detail[] }) {
  return (
    <dl class="kiosk-details">
      {details.map(({ icon, label, value, note }) => (
        <div key={label} class="kiosk-detail">
          <dt>
            <Icon name={icon} />
            <span>{label}</span>
          </dt>
          <dd>
            <span class="kiosk-detail-value">{value}</span>
            {note && <span class="kiosk-detail-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

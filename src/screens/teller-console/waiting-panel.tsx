import { ToggleTag } from '#design/components/toggle-tag/toggle-tag.tsx';
import type { ConsoleSurface } from './console-surface.ts';
import { WaitingTable } from './waiting-table.tsx';
import type { ServiceTotal } from './waiting-view.ts';

type PanelProps = { readonly at: ConsoleSurface };

/** Who waits, for what, how long; what this counter serves stands out. */
export function WaitingPanel({ at }: PanelProps) {
  const { words, filter, allRows } = at;
  const mine = allRows.value.filter((row) => row.mine).length;
  const show = (wanted: 'mine' | 'all') => () => {
    filter.value = wanted;
  };
  return (
    <section class="teller-console-waiting">
      <div class="teller-console-waiting-head">
        <h2>{words.say('waiting-title')}</h2>
        <ToggleTag selected={filter.value === 'mine'} onPress={show('mine')}>
          {words.say('waiting-mine')} <span class="number">{mine}</span>
        </ToggleTag>
        <ToggleTag selected={filter.value === 'all'} onPress={show('all')}>
          {words.say('waiting-all')} <span class="number">{allRows.value.length}</span>
        </ToggleTag>
      </div>
      <ul class="teller-console-totals">
        {at.totals.value.map((total) => (
          <Total key={total.service.id} at={at} total={total} />
        ))}
      </ul>
      <WaitingTable at={at} />
    </section>
  );
}

function Total({ at: { words }, total }: PanelProps & { readonly total: ServiceTotal }) {
  const { service, mine, waiting, longestMin } = total;
  return (
    <li class="teller-console-total" data-mine={mine ? '' : undefined}>
      <span class="teller-console-letter">{service.letter}</span>
      <span class="teller-console-total-name">{words.pick(service.name)}</span>
      <span class="teller-console-total-count number">
        {waiting === 0
          ? words.say('service-none')
          : words.say('service-total', { count: waiting, minutes: longestMin })}
      </span>
      {mine && <span class="only-spoken">{words.say('served-here')}</span>}
    </li>
  );
}

import { Icon } from '#design/components/icon/icon.tsx';
import type { CallShown } from './board-view.ts';
import { Both, sayBoth } from './both.tsx';
import type { CallBoard } from './call-board.ts';

type BoardProps = { readonly board: CallBoard };

/** The newest call as large as the wall allows, the five before it under it. */
export function CallList({ board }: BoardProps) {
  const [newest, ...before] = board.calls.value;
  const fresh = board.fresh.value;
  return (
    <section class="call-board-calls">
      {newest ? (
        <NewestCall key={newest.key} call={newest} fresh={fresh.has(newest.key)} />
      ) : (
        <NobodyCalled />
      )}
      <ol class="call-board-before">
        {before.map((call) => (
          <li key={call.key} class="call-board-line" data-fresh={fresh.has(call.key) ? '' : undefined}>
            <span class="call-board-line-number">{call.number}</span>
            <Icon name="next" />
            <Both class="call-board-line-place" words={sayBoth('at', { label: call.label })} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type NewestProps = { readonly call: CallShown; readonly fresh: boolean };

function NewestCall({ call, fresh }: NewestProps) {
  return (
    <div
      class="call-board-newest"
      data-fresh={fresh ? '' : undefined}
      data-call={call.number}
      role="status"
      aria-live="assertive"
    >
      <Both class="call-board-newest-title" words={sayBoth(call.times > 1 ? 'calledAgain' : 'nowCalling')} />
      <span class="call-board-newest-number">{call.number}</span>
      <Icon name="next" class="call-board-newest-arrow" />
      <Both class="call-board-newest-place" words={sayBoth('at', { label: call.label })} />
    </div>
  );
}

function NobodyCalled() {
  return (
    <div class="call-board-newest" data-empty="">
      <Both words={sayBoth('nobodyYet')} />
    </div>
  );
}

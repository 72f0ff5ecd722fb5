import { Button } from '#design/components/button/button.tsx';
import type { ConsoleSurface } from './console-surface.ts';
import { durationText, Term } from './facts-grid.tsx';
import { MainButton } from './main-button.tsx';
import { NumberForm } from './number-form.tsx';
import { keyHint } from './shortcuts.ts';
import { serviceOfNumber } from './ticket-words.ts';

type CutProps = { readonly at: ConsoleSurface };

/** The line is cut: who might be next, and a field for who really came. */
export function CutDesk({ at }: CutProps) {
  const { desk, words } = at;
  const maybe = desk.maybeNext.number.value;
  return (
    <div class="teller-console-cut">
      <div class="teller-console-maybe">
        <p class="text-bold">{words.say('maybe-next')}</p>
        {maybe ? (
          <>
            <p class="teller-console-number" data-maybe={maybe}>
              {maybe}
            </p>
            <p class="text-soft text-s">{words.say('maybe-next-note')}</p>
            <MainButton at={at} icon="person" label={words.say('serve-this', { number: maybe })} />
            <Button icon="next" hint={keyHint('skip')} wide onPress={() => at.run('skip')}>
              {words.say('skip-this')}
            </Button>
          </>
        ) : (
          <p class="text-soft">{words.say('maybe-nobody')}</p>
        )}
      </div>
      <NumberForm at={at} submitLabel={words.say('serve-typed')} onNumber={(number) => at.main(number)} />
    </div>
  );
}

export function ServingOffline({ at }: CutProps) {
  const { desk, words } = at;
  const serving = desk.desk.serving.value;
  if (!serving) return null;
  const service = serviceOfNumber(at, serving.number);
  return (
    <div class="teller-console-called">
      <div class="teller-console-called-head">
        <div>
          <p class="text-soft">{words.say('serving-offline')}</p>
          <p class="teller-console-number" data-number={serving.number}>
            {serving.number}
          </p>
        </div>
        <dl class="teller-console-terms">
          {service && <Term term={words.say('service')}>{service}</Term>}
          <Term term={words.say('served')}>
            <span class="number">{durationText(desk.clock.value - serving.startedAt)}</span>
          </Term>
        </dl>
      </div>
      <MainButton at={at} icon="check" label={words.say('finish-offline')} />
      <div class="teller-console-actions">
        <Button
          icon="back"
          onPress={() => {
            desk.desk.cancel().catch(() => {});
          }}
        >
          {words.say('not-this-one')}
        </Button>
      </div>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '#design/components/button/button.tsx';
import { Icon } from '#design/components/icon/icon.tsx';
import { Notice } from '#design/components/notice/notice.tsx';
import { TextField } from '#design/components/text-field/text-field.tsx';
import type { ConsoleSurface, ConsoleWords } from './console-surface.ts';
import { durationText } from './facts-grid.tsx';
import { Troubles } from './notices.tsx';
import type { SignInError } from './sign-in.ts';

type StepProps = { readonly at: ConsoleSurface };

/** Enter goes from the number to the PIN and from the PIN to work: no mouse needed. */
export function SignInStep({ at }: StepProps) {
  const { words, desk } = at;
  const teller = useSignal('');
  const pin = useSignal('');
  const { busy, error, signIn } = desk.signing;
  useEffect(() => document.getElementById('teller')?.focus(), []);
  const submit = () => {
    const typed = pin.value;
    if (teller.value && !typed) return document.getElementById('pin')?.focus();
    pin.value = '';
    signIn(teller.value, typed).catch(() => {});
  };
  const failure = error.value;
  const cut = desk.connection.value.is === 'cut';
  return (
    <main class="teller-console-sign-in">
      <form
        class="teller-console-sign-in-panel"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div class="teller-console-sign-in-head">
          <Icon name="leaf" class="teller-console-sign-in-leaf" />
          <h2 class="text-title">{words.pick(at.config.value.branch.name)}</h2>
          <p class="text-soft">{words.say('sign-in-hint')}</p>
        </div>
        <TextField
          id="teller"
          label={words.say('teller-number')}
          value={teller.value}
          onValue={(value) => {
            teller.value = value;
          }}
          autoComplete="off"
          inputMode="text"
          maxLength={12}
        />
        <TextField
          id="pin"
          label={words.say('pin')}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={pin.value}
          onValue={(value) => {
            pin.value = value;
          }}
        />
        <Troubles at={at} />
        {failure && (
          <Notice tone="warning">{errorText(words, failure, failureLeft(failure, desk.clock.value))}</Notice>
        )}
        {!failure && cut && <Notice tone="warning">{words.say('error-cut')}</Notice>}
        <Button variant="primary" size="primary" wide hint="Enter" disabled={busy.value} onPress={submit}>
          {words.say(busy.value ? 'signing-in' : 'sign-in')}
        </Button>
        <button type="submit" hidden />
      </form>
    </main>
  );
}

function failureLeft(failure: SignInError, now: number): number {
  return failure.is === 'locked' ? failure.until - now : 0;
}

function errorText(words: ConsoleWords, failure: SignInError, leftMs: number): string {
  if (failure.is === 'locked') return words.say('error-locked', { time: durationText(leftMs) });
  if (failure.is === 'refused') return words.say('error-refused', { code: failure.code });
  return words.say(`error-${failure.is}`);
}

import { Button } from '#design/components/button/button.tsx';
import { Notice } from '#design/components/notice/notice.tsx';
import type { TellerRequest } from '#domain/queue/request.ts';
import { devicePhrases } from '#platform/i18n/phrases/device.ts';
import { tellerConsolePhrases } from '#platform/i18n/phrases/teller-console.ts';
import { clockTime } from '#platform/i18n/times.ts';
import { wordingOf } from '#platform/i18n/wording.ts';
import type { Trouble } from '#platform/sync/device.ts';
import type { AskState } from './asker.ts';
import type { ConsoleSurface, ConsoleWords } from './console-surface.ts';

type NoticesProps = { readonly at: ConsoleSurface };

/** Everything the console has to say besides the work itself; nothing when there is nothing. */
export function Notices({ at }: NoticesProps) {
  return (
    <div class="teller-console-notices">
      <CutBanner at={at} />
      <Unwritten at={at} />
      <Troubles at={at} />
      <Asking at={at} />
      <Refused at={at} />
    </div>
  );
}

function CutBanner({ at: { desk, words, config } }: NoticesProps) {
  const connection = desk.connection.value;
  if (connection.is === 'connected' || desk.teller.value === null) return null;
  const time = clockTime(connection.since, config.value.branch.timeZone, words.language.value);
  return (
    <Notice tone="warning" icon="offline" title={words.say('cut-title', { time })}>
      {words.say('cut-what')}
    </Notice>
  );
}

function Unwritten({ at: { desk, words } }: NoticesProps) {
  return desk.desk.unwritten.value ? <Notice tone="danger">{words.say('unwritten')}</Notice> : null;
}

/** What is wrong with this machine. Whatever it is, what is not sent yet can be carried away by hand. */
export function Troubles({ at }: NoticesProps) {
  const { words, troubles, saveRescue } = at;
  const machine = wordingOf(devicePhrases, words.language);
  return (
    <>
      {troubles.value.filter(isWorthSaying(at)).map(({ code, count = 0 }) => (
        <Notice
          key={code}
          tone="warning"
          actions={<Button onPress={saveRescue}>{words.say('save-rescue')}</Button>}
        >
          {machine.say(`trouble-${code}`, { count })}
        </Notice>
      ))}
    </>
  );
}

/** That the browser may delete data is for whoever sets this machine up, before work; a revoked one says so itself. */
function isWorthSaying({ desk }: ConsoleSurface): (trouble: Trouble) => boolean {
  const seated = desk.teller.value !== null;
  return ({ code }) => code !== 'not-persistent' || !seated;
}

function Asking({ at: { desk, words } }: NoticesProps) {
  const state = desk.asker.state.value;
  if (state.is === 'unanswered')
    return (
      <Notice
        tone="warning"
        title={words.say('unanswered', { action: actionText(words, state.asked) })}
        actions={
          <>
            <Button variant="primary" onPress={desk.asker.askAgain}>
              {words.say('retry')}
            </Button>
            <Button onPress={desk.asker.letGo}>{words.say('let-go')}</Button>
          </>
        }
      >
        {words.say('unanswered-safe')}
      </Notice>
    );
  const again = triesOf(state);
  return again > 1 ? <Notice icon="repeat">{words.say('asking-again', { count: again })}</Notice> : null;
}

function triesOf(state: AskState): number {
  return state.is === 'asking' ? state.tries : 0;
}

function Refused({ at: { desk, words } }: NoticesProps) {
  const refusal = desk.asker.refusal.value;
  if (!refusal) return null;
  return (
    <Notice tone="info" actions={<Button onPress={desk.asker.letGo}>{words.say('let-go')}</Button>}>
      {refusalText(words, refusal.code)}
    </Notice>
  );
}

function refusalText(words: ConsoleWords, code: string): string {
  const key = `refused-${code}`;
  return key in tellerConsolePhrases
    ? words.say(key as keyof typeof tellerConsolePhrases)
    : words.say('refused-other', { code });
}

const ACTION_WORDS = {
  'open-counter': 'open',
  'pause-counter': 'pause',
  'sign-out': 'sign-out',
  'call-next': 'call-next',
  recall: 'recall',
  'no-show': 'no-show',
  park: 'park',
  finish: 'finish',
  transfer: 'transfer',
  'return-ticket': 'came-back-number',
  'resume-ticket': 'resume',
} as const satisfies Record<TellerRequest['kind'], keyof typeof tellerConsolePhrases>;

function actionText(words: ConsoleWords, asked: TellerRequest): string {
  return words.say(ACTION_WORDS[asked.kind]);
}

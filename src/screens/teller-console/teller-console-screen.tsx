import { Notice } from '#design/components/notice/notice.tsx';
import { AsideLists } from './aside-lists.tsx';
import type { ConsoleSurface } from './console-surface.ts';
import { Dialogs } from './dialogs.tsx';
import { Notices, Troubles } from './notices.tsx';
import { NowPanel } from './now-panel.tsx';
import { SignInStep } from './sign-in-step.tsx';
import { TopBar } from './top-bar.tsx';
import { WaitingPanel } from './waiting-panel.tsx';
import './teller-console.css';
import './waiting-table.css';

type ScreenProps = { readonly at: ConsoleSurface };

export function TellerConsoleScreen({ at }: ScreenProps) {
  return (
    <div class="teller-console" data-step={at.desk.step.value}>
      <TopBar at={at} />
      <Body at={at} />
      <Dialogs at={at} />
    </div>
  );
}

function Body({ at }: ScreenProps) {
  const { words } = at;
  const step = at.desk.step.value;
  switch (step) {
    case 'no-counter':
    case 'revoked':
      return (
        <main class="teller-console-sign-in">
          <Notice tone="warning" title={words.say(step)}>
            {words.say(`${step}-fix`)}
          </Notice>
          <Troubles at={at} />
        </main>
      );
    case 'signed-out':
      return <SignInStep at={at} />;
    default:
      return (
        <main class="teller-console-body">
          <div class="teller-console-work">
            <Notices at={at} />
            <NowPanel at={at} />
            <AsideLists at={at} />
          </div>
          <WaitingPanel at={at} />
        </main>
      );
  }
}

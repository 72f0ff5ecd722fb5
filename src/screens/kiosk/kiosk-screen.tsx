import { useEffect, useRef } from 'preact/hooks';
import { ConfirmStep } from './confirm-step.tsx';
import { ClosedStep, HelpStep, NoNumberStep, OutOfOrderStep } from './elsewhere-steps.tsx';
import { IdleWarning } from './idle-warning.tsx';
import type { Step } from './kiosk-state.ts';
import { GivenBackStep, TakingStep } from './passing-steps.tsx';
import { QuestionStep } from './question-step.tsx';
import { ServicesStep } from './services-step.tsx';
import { StaffStep } from './staff-step.tsx';
import { StartStep } from './start-step.tsx';
import type { StepProps } from './step-props.ts';
import { TicketStep } from './ticket-step.tsx';
import './kiosk.css';
import './slip.css';

type ScreenProps = StepProps & { readonly version: string };

export function KioskScreen({ kiosk, wording, version }: ScreenProps) {
  const step = kiosk.step.value;
  const name = nameOf(step);
  const screen = useHeadingFocus(name);
  return (
    <div class="kiosk" data-step={name} ref={screen}>
      <StepView key={name} step={step} kiosk={kiosk} wording={wording} version={version} />
      <IdleWarning kiosk={kiosk} wording={wording} />
    </div>
  );
}

function StepView({ step, version, ...props }: ScreenProps & { readonly step: Step }) {
  switch (step.show) {
    case 'start':
      return <StartStep {...props} />;
    case 'services':
      return <ServicesStep {...props} page={step.page} />;
    case 'question':
      return <QuestionStep {...props} service={step.service} />;
    case 'confirm':
      return <ConfirmStep {...props} service={step.service} ticketClass={step.ticketClass} />;
    case 'taking':
      return <TakingStep {...props} />;
    case 'ticket':
      return <TicketStep {...props} visit={step.visit} />;
    case 'given-back':
      return <GivenBackStep {...props} number={step.number} />;
    case 'closed':
      return <ClosedStep {...props} />;
    case 'no-number':
      return <NoNumberStep {...props} />;
    case 'out-of-order':
      return <OutOfOrderStep {...props} />;
    case 'help':
      return <HelpStep {...props} />;
    case 'staff':
      return <StaffStep {...props} version={version} />;
    default:
      return step satisfies never;
  }
}

/** A page of services is a screen of its own: for focus, and for the guard against a second press. */
function nameOf(step: Step): string {
  return step.show === 'services' ? `services-${step.page}` : step.show;
}

/** Whoever cannot see that the step changed hears its heading. */
function useHeadingFocus(name: string) {
  const screen = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const heading = screen.current?.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [name]);
  return screen;
}

import { Button } from '#design/components/button/button.tsx';
import { CountdownBar } from '#design/components/countdown-bar/countdown-bar.tsx';
import { Dialog } from '#design/components/dialog/dialog.tsx';
import type { Example } from '#design/gallery/example.ts';

const press = () => undefined;

export const dialogExamples: readonly Example[] = [
  {
    name: 'dialog/more-time',
    alone: true,
    show: () => (
      <Dialog
        title="还需要时间吗？"
        actions={
          <>
            <Button size="primary" onPress={press}>
              {'不用了'}
            </Button>
            <Button size="primary" variant="primary" onPress={press}>
              {'还需要'}
            </Button>
          </>
        }
      >
        <p>{'不着急，您可以慢慢来。'}</p>
        <CountdownBar left={0.7}>{'过一会儿会回到开头'}</CountdownBar>
      </Dialog>
    ),
  },
];

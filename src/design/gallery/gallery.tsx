import { examples } from './examples.ts';
import './gallery.css';

type GalleryProps = {
  /** Only the examples whose name starts like this. */
  readonly only?: string | undefined;
};

export function Gallery({ only }: GalleryProps) {
  const shown = examples.filter(({ name, alone }) => (only ? name.startsWith(only) : !alone));
  const lone = shown.length === 1 ? shown[0] : undefined;
  if (lone?.alone) return <>{lone.show()}</>;
  return (
    <main class="gallery">
      <h1 lang="en">{'Gallery'}</h1>
      {shown.map(({ name, show }) => (
        <section key={name} class="gallery-example" data-example={name}>
          <h2 class="gallery-name" lang="en">
            {name}
          </h2>
          {show()}
        </section>
      ))}
    </main>
  );
}

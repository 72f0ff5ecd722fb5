import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from './configuration.ts';
import { readConfiguration } from './read-configuration.ts';

/** `bad`: the files on disk have problems; the last good copy stays in force. */
export type ConfigurationState = {
  readonly current: Configuration;
  readonly problems: readonly string[];
  readonly loadedAt: number;
};

export type LiveConfiguration = {
  readonly state: () => ConfigurationState;
  readonly current: () => Configuration;
  /** Reads the folder again now; resolves to the problems found. */
  readonly reload: () => Promise<readonly string[]>;
  readonly onChange: (listener: (now: Configuration, before: Configuration) => void) => void;
  readonly onProblems: (listener: (problems: readonly string[]) => void) => void;
  readonly close: () => void;
};

const SETTLE_MS = 200;

/** Follows edits of the folder: good ones take force at once, bad ones are told and change nothing. */
export function watchConfiguration(root: string, first: Configuration, now: () => number): LiveConfiguration {
  let state: ConfigurationState = { current: first, problems: [], loadedAt: now() };
  const changeListeners: ((now: Configuration, before: Configuration) => void)[] = [];
  const problemListeners: ((problems: readonly string[]) => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const tell = (problems: readonly string[]): readonly string[] => {
    state = { ...state, problems };
    for (const listener of problemListeners) listener(problems);
    return problems;
  };
  const reload = async (): Promise<readonly string[]> => {
    const read = await readConfiguration(root);
    if (!read.ok) return tell(read.refusal);
    const before = state.current;
    state = { current: read.value, problems: [], loadedAt: now() };
    for (const listener of changeListeners) listener(read.value, before);
    return [];
  };
  const soon = (): void => {
    clearTimeout(timer);
    // Nothing that happens to a folder may end a server that has its last good copy.
    timer = setTimeout(() => void reload().catch((error: unknown) => tell([`${root}: ${error}`])), SETTLE_MS);
    timer.unref();
  };
  const watchers = ['branches', 'devices'].map((folder) =>
    watch(join(root, folder), { persistent: false }, soon).on('error', soon),
  );

  return {
    state: () => state,
    current: () => state.current,
    reload,
    onChange: (listener) => void changeListeners.push(listener),
    onProblems: (listener) => void problemListeners.push(listener),
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

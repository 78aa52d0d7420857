import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Takes the most time of all: on the last of two cores it would run alone. */
const LONGEST = 'shared/markdown/roundTrip.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(LONGEST);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

export default defineConfig({
  test: {
    testTimeout: 120_000,
    // All cores: many tests wait for processes and disks. Left to itself, vitest keeps one core free.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      // Pure functions, which leave nothing behind for the next file: one process reads the modules once for all.
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['shared/**/*.test.ts'],
          exclude: [...configDefaults.exclude, LONGEST],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'rooms', include: ['{renderer,electron,build}/**/*.test.{ts,tsx}', LONGEST] },
      },
    ],
  },
});

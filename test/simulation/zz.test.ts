import { play, scriptOf } from './play';

test('x', async () => {
  for (const seed of (process.env.Z ?? '').split(',').map(Number)) {
    const p = await play(seed, scriptOf(seed));
    console.log(
      seed,
      JSON.stringify({ ...p.script, steps: p.script.steps.map((s) => s.weight + '/' + s.bakeMs).join() }),
      JSON.stringify([...p.outcomes]),
      '\n' +
        p.world.history
          .filter((w) => !w.after.description.includes('ph=claim'))
          .map((w) =>
            [
              ((w.atMs - p.scene.scheduler.startMs) / 1000).toFixed(1),
              w.by,
              w.key,
              w.after.version,
              JSON.stringify(w.after.additional),
              w.after.description.replace(/ ld.*(s=.*) ph=(\S*) .*/, ' $1 $2').slice(0, 120),
            ].join(' '),
          )
          .slice(-12)
          .join('\n'),
    );
  }
});

import { violations } from './invariants';

test('y', async () => {
  const p = await play(7656, scriptOf(7656));
  const t = p.traces[0]!;
  const z = p.scene.scheduler.startMs;
  console.log(
    violations(p),
    t.issued
      .map(
        (i) =>
          ((i.atMs - z) / 1000).toFixed(2) +
          ' ' +
          i.key +
          ' ' +
          JSON.stringify(i.target.additional) +
          i.target.version +
          i.target.description.slice(100, 140),
      )
      .join('\n'),
    t.readings.map((r) => ((r.atMs - z) / 1000).toFixed(2) + r.clear).join(' '),
  );
});

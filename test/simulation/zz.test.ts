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

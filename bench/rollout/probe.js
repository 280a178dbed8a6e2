/** Loaded into a shipit process that is measured: it says what it has used whenever it is asked. Nothing else changes. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  process.send({ cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss(), peakBytes });
});
process.channel.unref();

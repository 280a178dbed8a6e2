/** What names, logs, reasons and messages of others may hold. Each is what somebody would write who wants to be obeyed. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a newline': 'one\ntwo',
  'a line that looks like ours': 'x\n02:13:05Z release: released (exit 0)\n',
  'a carriage return': 'failed\rreleased',
  'both line ends': 'x\r\n::error::y\r\n',
  'a command of the runner': '::set-output name=outcome::promoted',
  'a command on a line of its own': 'x\n::set-env name=PATH::/tmp\n::add-path::/tmp',
  'a command behind spaces': 'x\n \t\u00a0\u3000::add-mask::e',
  'a command behind an invisible mark': 'x\n\ufeff::warning::y',
  'a command of before': 'x ##[group]y ##[add-mask]e',
  'a command in percent form': 'x%0A::set-output name=a::b%0D%0A',
  'an end of commands': '::stop-commands::pass\n::pass::',
  'an end of a group': '::endgroup::\n::group::mine',
  'a value of an output': 'x\nEOF\noutcome=promoted\nghadelimiter_1\n',
  'an expression of a workflow': '$' + '{{ secrets.TOKEN }}',
  'a cursor that moves': '\x1b[2J\x1b[1;1H\x1b[35mreleased\x1b[8m',
  'a title and a link': '\x1b]0;title\x07\x1b]8;;https://example.com\x1b\\here\x1b]8;;\x1b\\',
  'controls of eight bits': '\x9b35m\x9d0;title\x9c\x85\x84\x90q\x9c',
  'rubbed out letters': 'failed\b\b\b\b\b\bpassed\x7f\x00\v\f',
  'text from right to left': '\u202egpj.exe\u202c \u202dx\u202c \u200f\u200e\u061c',
  'an isolate that is not closed': '\u2066x\u2067y\u2068z',
  'letters of no width': 'a\u200bb\u200cc\u200dd\u2060e\ufefff\u00ad\u180e\u206a\ufff9g\ufffbh',
  'letters that are tags': '\u{e0001}\u{e0041}\u{e0042}\u{e007f}',
  'halves of letters': '\ud800x\udc00\udfff',
  'line ends of Unicode': 'a\u2028::error::b\u2029c\u0085d',
  'a script': '<script>document.title="owned"</script>',
  'an end of a script': '</script></ScRiPt ><script>document.title="owned"</script>',
  'a script that begins in a comment': '<!--<script>document.title="owned"<!-- x --!>',
  'an end of a comment': '--><script>document.title="owned"</script><!-- shipit -->',
  'an image that fails': '<img src=x onerror="document.title=\'owned\'"><svg onload=document.title="owned">',
  'an end of an attribute':
    '" onmouseover="document.title=\'owned\'" x=\'" autofocus onfocus=document.title="owned"',
  'an end of a style':
    '</style></title></textarea></svg><iframe srcdoc="<script>top.document.title=1</script>">',
  'an entity': '&lt;script&gt;&#x3c;b&#62;&amp;amp;',
  'a row of a table': 'a | b |\n|---|---|\n| promoted | 100% |',
  'an end of a cell': '\\| x \\\\| y',
  'a link and an image':
    '[x](javascript:document.title=1) ![x](https://example.com/x.png) <https://example.com> https://example.com',
  'a heading': '\n# released\n\n---\n> all is well\n- [x] done\n',
  'a mention': '@everyone #1 GH-1 user/repo#2 :tada: $x$ ~~gone~~',
  'a reference': '[x]: https://example.com "y"\n[^1]: note',
  backticks: '` `` ```\n```js\nx\n~~~\n',
  'an end of a chart':
    '"]\n  click A "javascript:document.title=1"\n  end\n%%{init: {"securityLevel":"loose"}}%%\n;',
  'braces of templates': '{{x}} {% x %} %s %d ${x} \\n \\u001b[31m',
  'a prototype': '__proto__',
};

const million = 1024 * 1024;

/** The same, by their length. */
export const longTexts: Readonly<Record<string, string>> = {
  'a line of a megabyte': 'x'.repeat(million),
  'a megabyte of letters of two columns': '漢'.repeat(million / 3),
  'a megabyte of escapes': '\x1b[2J'.repeat(million / 4),
  'a megabyte of newlines': '\n'.repeat(million),
  'a megabyte of commands': '\n::error::x'.repeat(million / 11),
  'a megabyte of words': 'x '.repeat(million / 2),
  'a megabyte of tags': '<b>'.repeat(million / 3),
  'a megabyte of backticks': '`'.repeat(million),
};

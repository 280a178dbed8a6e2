/**
 * What a shell sources. Each script asks `shipit __complete` and takes the answer as text: nothing in it is ever
 * evaluated, so a project file of somebody else can name things, and no more than that.
 */

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** Bash 3.2, as macOS has it, knows neither compopt nor nosort: files are listed, and a blank follows. */
const bash = `# shipit in bash. To load it now: source <(shipit completion bash)

_shipit_paths() {
  local path
  if compopt -o "$1" 2>/dev/null; then return; fi
  while IFS= read -r path; do
    printf -v path '%q' "$path"
    COMPREPLY+=("$path")
  done < <(compgen "$2" -- "\${COMP_WORDS[COMP_CWORD]}" 2>/dev/null)
}

_shipit() {
  local line mode=
  COMPREPLY=()
  while IFS= read -r line; do
    if [ -z "$mode" ]; then mode=$line; else COMPREPLY+=("$line"); fi
  done < <(command shipit __complete bash "\${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null </dev/null)
  case $mode in
    open) compopt -o nospace 2>/dev/null ;;
    files) _shipit_paths default -f ;;
    folders) _shipit_paths dirnames -d ;;
  esac
  return 0
}

complete -o nosort -F _shipit shipit 2>/dev/null || complete -F _shipit shipit
`;

const zsh = `#compdef shipit
# shipit in zsh. To load it now: source <(shipit completion zsh)

_shipit() {
  local line mode= value
  local -a typed values shown opens openShown
  typed=("\${(@Q)words[2,CURRENT-1]}")
  while IFS= read -r line; do
    if [[ -z $mode ]]; then
      mode=$line
      continue
    fi
    value=\${\${line%%$'\\t'*}[2,-1]}
    if [[ $line == +* ]]; then opens+=("$value"); else values+=("$value"); fi
    value=\${line#*$'\\t'}
    value=\${value[1,COLUMNS-1]}
    if [[ $line == +* ]]; then openShown+=("$value"); else shown+=("$value"); fi
  done < <(command shipit __complete zsh "\${typed[@]}" "\${(Q)PREFIX}" 2>/dev/null </dev/null)
  [[ $PREFIX == --*=* ]] && compset -P 1 '*='
  case $mode in
    files) _files; return ;;
    folders) _files -/; return ;;
  esac
  (( $#values + $#opens )) || return 1
  (( $#values )) && compadd -l -V shipit -d shown -a -- values
  (( $#opens )) && compadd -S '' -l -V shipit -d openShown -a -- opens
  return 0
}

if [[ \${funcstack[1]-} == _shipit ]]; then
  _shipit "$@"
elif (( $+functions[compdef] )); then
  compdef _shipit shipit
else
  autoload -Uz compinit && compinit -i -D && compdef _shipit shipit
fi
`;

const fish = `# shipit in fish. To load it now: shipit completion fish | source

function __shipit_complete
    set -l typed (commandline -opc)
    set -e typed[1]
    set -l word (commandline -ct)
    set -l lines (command shipit __complete fish $typed "$word" 2>/dev/null </dev/null)
    set -l mode "$lines[1]"
    set -e lines[1]
    switch "$mode"
        case files folders
            set -l flag (string match -r -- '^--[a-z-]+=' "$word")
            set -l path (string replace -r -- '^--[a-z-]+=' '' "$word")
            set -l paths
            if test "$mode" = files
                set paths (__fish_complete_path "$path")
            else
                set paths (__fish_complete_directories "$path")
            end
            test (count $paths) -gt 0; and printf '%s\\n' "$flag"$paths
        case '*'
            test (count $lines) -gt 0; and printf '%s\\n' $lines
    end
end

complete -c shipit -e
complete -c shipit -k -f -a '(__shipit_complete)'
`;

const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };

export const scriptOf = (shell: Shell): string => scripts[shell];

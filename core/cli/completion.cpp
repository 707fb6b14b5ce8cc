// Scripts with which shells complete what is typed after `supportcalc`. What may follow, they ask the command itself.
#include "cli/commands.h"

namespace supportcalc {
namespace {

constexpr std::string_view kBash = R"script(# Completion of supportcalc for bash: source <(supportcalc completion bash)
_supportcalc() {
  # Bash takes "=" and ":" for words of their own; here they belong to the word around them.
  local line=${COMP_LINE:0:COMP_POINT} words current kept
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  current=${words[${#words[@]} - 1]}
  kept=${current%"${current##*[=:]}"}
  local IFS=$'\n'
  COMPREPLY=($("${words[0]}" __complete "${words[@]:1}" 2>/dev/null))
  COMPREPLY=("${COMPREPLY[@]#"$kept"}")
}
complete -o default -F _supportcalc supportcalc
)script";

constexpr std::string_view kZsh = R"script(#compdef supportcalc
# Completion of supportcalc for zsh, after compinit: source <(supportcalc completion zsh)
_supportcalc() {
  local -a candidates
  candidates=("${(@f)$("${words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "${candidates[1]}" ]]; then
    compadd -- "${candidates[@]}"
  else
    _files
  fi
}
compdef _supportcalc supportcalc
)script";

constexpr std::string_view kFish = R"script(# Completion of supportcalc for fish: supportcalc completion fish | source
function __supportcalc_candidates
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    $before[1] __complete $before[2..] "$current" 2>/dev/null
end
complete -c supportcalc -f -n 'test -n "$(__supportcalc_candidates)"' -a '(__supportcalc_candidates)'
)script";

int run(const Arguments& arguments, Console& console) {
  const std::string& shell = arguments.operands().front();
  if (shell != "bash" && shell != "zsh" && shell != "fish") {
    return usage_problem(console, "completion", "Unknown shell \"" + shell + "\"; choose bash, zsh or fish.");
  }
  console.out.write(shell == "bash" ? kBash : shell == "zsh" ? kZsh : kFish);
  return kDone;
}

}  // namespace

const Command kCompletionCommand = {
    "completion",
    "bash|zsh|fish",
    1,
    1,
    "a script with which a shell completes this command",
    "Prints a script for a shell. Once it is read, the Tab key completes commands, flags, policies, plans, levels,\n"
    "answers and options, those of --policies DIR too.",
    {},
    "  source <(supportcalc completion bash)        # in ~/.bashrc\n"
    "  source <(supportcalc completion zsh)         # in ~/.zshrc, after compinit\n"
    "  supportcalc completion fish | source         # in ~/.config/fish/config.fish\n",
    run};

}  // namespace supportcalc

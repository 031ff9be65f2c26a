#include "exchange/canonical.h"

#include <ostream>

#include "base/write_file.h"
#include "cli/commands.h"
#include "cli/plan_options.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/say.h"

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

struct Arguments {
  std::string territory;
  std::string output;
};

// No line end is added, here or in the file: the SHA-256 of these very bytes stands in every plan.
int canonical(const Arguments& arguments, Session& session) {
  auto const territory = session.load_territory(arguments.territory);
  if (!territory) {
    return kInputIsWrong;
  }
  std::string const text = exchange::canonical_text(*territory);
  if (arguments.output.empty() || arguments.output == "-") {
    session.out() << text;
    return kDone;
  }
  if (auto const failure = base::write_file(arguments.output, text)) {
    return session.refuse(
        failure->path_is_wrong ? kInputIsWrong : kProgramFailed,
        exchange::cannot_write(arguments.output, failure->system_message, session.language()));
  }
  if (!session.json) {
    session.out() << exchange::plan_written(arguments.output, session.language()) << "\n";
  }
  return kDone;
}

}  // namespace

Action set_up_canonical(Parameters& parameters, Session& session) {
  Language const language = session.language();
  auto arguments = std::make_shared<Arguments>();
  add_territory_argument(parameters, session, arguments->territory);
  parameters
      .add_option("-o,--output", arguments->output,
                  say(language, "write it here, aside and then renamed; - for standard output",
                      "l’écrire ici, à côté puis renommé\u00A0; - pour la sortie standard"))
      .shown_as("FILE");
  parameters.footer(
      say(language,
          "Ids in place of names, whole steps and metres: the text whose SHA-256 stands in "
          "every plan. With it and the plan, tools/check_plan.py needs nothing else.\n\n"
          "Example:\n"
          "  bocage canonical valdor -o valdor.json\n"
          "  python3 check_plan.py valdor.json plan.json",
          "Des identifiants à la place des noms, des pas entiers et des mètres\u00A0: le "
          "texte dont le SHA-256 figure dans chaque plan. Avec lui et le plan, "
          "tools/check_plan.py n’a besoin de rien d’autre.\n\n"
          "Exemple\u00A0:\n"
          "  bocage canonical valdor -o valdor.json\n"
          "  python3 check_plan.py valdor.json plan.json"));
  return [arguments, &session] { return canonical(*arguments, session); };
}

}  // namespace bocage::cli

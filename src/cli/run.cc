#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "exchange/codes.h"
#include "exchange/reading/spelling.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/say.h"

#ifndef BOCAGE_VERSION
#error "the build names the version"
#endif

namespace bocage::cli {
namespace {

using exchange::say;
using territory::Language;

// --lang decides in which language even a mistake in the other arguments is told, so it is looked
// for first.
std::optional<Language> language_in(const std::vector<std::string>& arguments) {
  constexpr std::string_view kOption = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view const argument = arguments[i];
    if (argument == kOption && i + 1 < arguments.size()) {
      return exchange::value_of<Language>(arguments[i + 1]);
    }
    if (argument.starts_with("--lang=")) {
      return exchange::value_of<Language>(argument.substr(kOption.size() + 1));
    }
  }
  return std::nullopt;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) {
      return &command;
    }
  }
  return nullptr;
}

// The first argument that is no option, where no command has this name.
std::optional<std::string> unknown_command(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang") {
      ++i;
    } else if (!arguments[i].starts_with("-")) {
      return find_command(arguments[i]) == nullptr ? std::optional(arguments[i]) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::string nearest_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    names.emplace_back(command.name);
  }
  return exchange::nearest_spelling(name, names);
}

void speak(CLI::App& app, Language language) {
  if (language == Language::kFrench) {
    auto const formatter = app.get_formatter();
    formatter->label("Usage", "Usage");
    formatter->label("Options", "Options");
    formatter->label("OPTIONS", "OPTIONS");
    formatter->label("Positionals", "Arguments");
    formatter->label("SUBCOMMAND", "COMMANDE");
    formatter->label("REQUIRED", "(obligatoire)");
  } else {
    app.get_formatter()->label("Positionals", "Arguments");
    app.get_formatter()->label("SUBCOMMAND", "COMMAND");
    app.get_formatter()->label("REQUIRED", "(required)");
  }
}

void add_common_options(CLI::App& app, Session& session, std::string& language) {
  Language const told = session.language();
  app.set_help_flag("-h,--help", say(told, "show this help", "montrer cette aide"));
  app.add_option("--lang", language,
                 say(told, "language of the answers: en or fr; else the territory's",
                     "langue des réponses\u00A0: en ou fr\u00A0; sinon celle du territoire"))
      ->option_text("en|fr");
  app.add_flag("--json", session.json,
               say(told, "answer for a program, in JSON", "répondre à un programme, en JSON"));
}

std::string description(Language language) {
  return say(language,
             "Bocage plans a territory's cooperation: who provides what to whom, fairly, with a "
             "reason for every line.",
             "Bocage planifie la coopération d’un territoire\u00A0: qui apporte quoi à qui, "
             "équitablement, avec une raison "
             "pour chaque ligne.");
}

std::string footer(Language language) {
  return say(language,
             "Start here:\n"
             "  bocage new my-territory          a folder that plans as it stands\n"
             "  bocage plan my-territory         the plan, in words\n"
             "  bocage COMMAND --help            what a command takes, with examples\n\n"
             "Exit status: 0 done, 1 the answer is no, 2 the input is wrong, 3 the program failed.",
             "Pour commencer\u00A0:\n"
             "  bocage new mon-territoire        un dossier qui se planifie tel quel\n"
             "  bocage plan mon-territoire       le plan, en mots\n"
             "  bocage COMMANDE --help           ce que prend une commande, avec des exemples\n\n"
             "Code de sortie\u00A0: 0 fait, 1 la réponse est non, 2 l’entrée est fautive, 3 le "
             "programme a échoué.");
}

// What the arguments ask for; none where help was all, or where they were refused: `status` says
// which.
Action understand(CLI::App& app, Session& session, std::vector<std::string> arguments,
                  const Streams& streams, int& status) {
  Language const told = session.language();
  std::string language;
  add_common_options(app, session, language);
  speak(app, told);
  app.set_version_flag("--version", std::string("bocage ") + BOCAGE_VERSION,
                       say(told, "show the version", "montrer la version"));
  app.footer(footer(told));
  app.require_subcommand(0, 1);
  Action chosen;
  for (const Command& command : commands()) {
    std::string_view const help = told == Language::kFrench ? command.french : command.english;
    CLI::App* const sub = app.add_subcommand(std::string(command.name), std::string(help));
    sub->group(say(told, "Commands", "Commandes"));
    add_common_options(*sub, session, language);
    Parameters parameters(*sub);
    sub->callback([&chosen, action = command.set_up(parameters, session)] { chosen = action; });
  }
  try {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    app.parse(std::move(arguments));
  } catch (const CLI::Success& help) {
    status = app.exit(help, streams.out, streams.error);
    return {};
  } catch (const CLI::ParseError& error) {
    status = session.refuse(kInputIsWrong, exchange::arguments_not_understood(error.what(), told));
    return {};
  }
  if (!language.empty() && !session.asked_language) {
    status =
        session.refuse(kInputIsWrong, exchange::not_one_of("--lang", language, "en, fr", told));
    return {};
  }
  if (!chosen) {
    streams.out << app.help();
  }
  return chosen;
}

}  // namespace

int run(std::vector<std::string> arguments, const Streams& streams) {
  Session session(streams);
  session.asked_language = language_in(arguments);
  session.json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
  int status = kDone;
  if (auto const unknown = unknown_command(arguments)) {
    status = session.refuse(
        kInputIsWrong,
        exchange::unknown_command(*unknown, nearest_command(*unknown), session.language()));
  } else {
    CLI::App app(description(session.language()), "bocage");
    if (Action const action = understand(app, session, std::move(arguments), streams, status)) {
      status = action();
    }
  }
  session.finish();
  if (!streams.out.good()) {
    streams.error << "bocage: " << exchange::cannot_say_it_all(session.language()) << "\n";
    return kProgramFailed;
  }
  return status;
}

}  // namespace bocage::cli

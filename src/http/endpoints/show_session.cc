#include <boost/json.hpp>

#include "exchange/codes.h"
#include "exchange/read_territory.h"
#include "exchange/wording/cycle_words.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/load.h"

namespace bocage::http {

namespace json = boost::json;

namespace {

// What is decided in a cooperation, by what its tables hold: "needs", or a part of the page Learn.
json::array decided_in(const territory::Territory& here) {
  json::array parts;
  auto const add = [&](bool is_held, const char* part) {
    if (is_held) {
      parts.push_back(json::string(part));
    }
  };
  add(!here.needs.empty() || !here.contributions.empty(), "needs");
  add(!here.shared_costs.empty(), "split");
  add(!here.projects.empty(), "choose");
  add(!here.votes.empty(), "fund");
  add(!here.assembly.resolutions.empty(), "tally");
  add(!here.assembly.statutes.forms.empty(), "rules");
  return parts;
}

json::object cooperation_view(const std::string& territory, const std::string& folder,
                              const Request& request) {
  std::string const place = exchange::place_of_cooperation(territory, folder);
  json::object view{{"folder", folder}, {"name", exchange::settings_of_folder(place).name}};
  auto const loaded = load(place, request);
  view["readable"] = loaded.ok();
  if (loaded) {
    const service::Meeting& meeting = loaded->meeting;
    territory::Language const language = loaded->reader.language;
    view["cycle"] = meeting.matter.cycle;
    view["state_text"] =
        exchange::in_words(agree::position_of(meeting.matter.steps).state, language);
    view["waiting"] = waiting_view(meeting, loaded->reader);
    view["decides"] = decided_in(meeting.territory());
  }
  return view;
}

}  // namespace

Response ShowSession::operator()(const Request& request) const {
  auto const loaded = load(folder, request);
  // Tables with problems are no reason to show nothing: the page of the tables says which.
  territory::Settings const settings = exchange::settings_of_folder(folder);
  json::array all;
  for (const std::string& name : exchange::cooperation_folders(territory)) {
    all.push_back(json::object{
        {"folder", name},
        {"name",
         exchange::settings_of_folder(exchange::place_of_cooperation(territory, name)).name}});
  }
  return json_answer(json::object{
      {"csrf", csrf},
      {"language", exchange::code_of(settings.language)},
      {"name", settings.name},
      {"rule", exchange::code_of(settings.rule)},
      {"currency", settings.currency},
      {"folder", folder},
      {"facilitator", loaded ? loaded->meeting.matter.agreement.facilitator : std::string()},
      {"readable", loaded.ok()},
      {"decides", loaded ? decided_in(loaded->meeting.territory()) : json::array()},
      {"cooperation", cooperation},
      {"territory", exchange::settings_of_folder(territory).name},
      {"cooperations", std::move(all)}});
}

Response ShowCooperations::operator()(const Request& request) const {
  json::array all;
  for (const std::string& folder : exchange::cooperation_folders(territory)) {
    all.push_back(cooperation_view(territory, folder, request));
  }
  return json_answer(json::object{{"cooperations", std::move(all)}});
}

}  // namespace bocage::http

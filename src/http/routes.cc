#include "http/routes.h"

#include <array>

#include "http/answers.h"
#include "http/compress.h"
#include "http/pages.h"

namespace bocage::http {
namespace {

struct Route {
  Method method;
  std::string_view path;
  Response (*answer)(House&, Room&, const Request&);
};

Response open_events(House& /*house*/, Room& /*room*/, const Request& /*request*/) {
  Response response = text_answer(200, "text/event-stream", "event: hello\ndata: {}\n\n");
  response.event_stream = true;
  return response;
}

// All of them. `openapi.yaml` says what each takes and gives.
constexpr std::array kRoutes{
    Route{Method::kGet, "/enter",
          [](House& h, Room&, const Request& q) { return h.guard.enter(q); }},
    Route{Method::kGet, "/api/session",
          [](House& h, Room& r, const Request& q) {
            return ShowSession{r.folder, r.cooperation, h.folder(), h.guard.csrf()}(q);
          }},
    Route{Method::kGet, "/api/events", open_events},
    Route{Method::kGet, "/api/cooperations",
          [](House& h, Room&, const Request& q) { return ShowCooperations{h.folder()}(q); }},
    Route{Method::kGet, "/api/territory",
          [](House&, Room& r, const Request& q) {
            return ShowTerritory{r.folder, r.board}(q);
          }},
    Route{Method::kGet, "/api/map",
          [](House&, Room& r, const Request& q) {
            return ShowMap{r.folder, r.board}(q);
          }},
    Route{Method::kGet, "/api/map.css",
          [](House&, Room&, const Request& q) { return ShowMapStyle{}(q); }},
    Route{Method::kGet, "/api/plan",
          [](House&, Room& r, const Request& q) {
            return ShowPlan{r.folder, r.board}(q);
          }},
    Route{Method::kGet, "/api/why",
          [](House& h, Room& r, const Request& q) {
            return ExplainLine{r.folder, r.board, h.runner}(q);
          }},
    Route{Method::kPost, "/api/what-if",
          [](House&, Room& r, const Request& q) {
            return AskWhatIf{r.folder, r.board}(q);
          }},
    Route{Method::kGet, "/sheets",
          [](House& h, Room& r, const Request& q) {
            return ShowSheets{r.folder, r.board, h.runner}(q);
          }},
    Route{Method::kGet, "/api/learn",
          [](House& h, Room& r, const Request& q) {
            return ShowLearning{r.folder, r.board, h.runner, r.learnt}(q);
          }},
    Route{Method::kGet, "/api/table",
          [](House&, Room& r, const Request& q) { return ShowTable{r.folder}(q); }},
    Route{Method::kPost, "/api/table/check",
          [](House&, Room& r, const Request& q) { return CheckTable{r.folder}(q); }},
    Route{Method::kPut, "/api/table",
          [](House& h, Room& r, const Request& q) {
            return SaveTable{r.folder, h.changed}(q);
          }},
    Route{Method::kPut, "/api/tables",
          [](House& h, Room& r, const Request& q) {
            return SaveTables{r.folder, h.changed}(q);
          }},
    Route{Method::kPost, "/api/paste",
          [](House&, Room& r, const Request& q) { return UnderstandPaste{r.folder}(q); }},
    Route{Method::kGet, "/api/round",
          [](House&, Room& r, const Request& q) { return ShowRound{r.folder}(q); }},
    Route{Method::kGet, "/api/answers",
          [](House&, Room& r, const Request& q) {
            return ShowAnswers{r.folder, r.board}(q);
          }},
    Route{Method::kPost, "/api/steps",
          [](House& h, Room& r, const Request& q) {
            return TakeStep{r.folder, r.board, h.changed}(q);
          }},
    Route{Method::kPost, "/api/positions",
          [](House& h, Room& r, const Request& q) {
            return NotePosition{r.folder, h.changed}(q);
          }},
    Route{Method::kGet, "/api/follow",
          [](House&, Room& r, const Request& q) { return ShowFollow{r.folder}(q); }},
    Route{Method::kPost, "/api/deliveries",
          [](House& h, Room& r, const Request& q) {
            return NoteDelivery{r.folder, h.changed}(q);
          }},
    Route{Method::kGet, "/api/calendar",
          [](House&, Room& r, const Request& q) { return ShowCalendar{r.folder}(q); }},
    Route{Method::kGet, "/api/decisions",
          [](House&, Room& r, const Request& q) { return ShowDecisions{r.folder}(q); }},
    Route{Method::kPost, "/api/decisions",
          [](House& h, Room& r, const Request& q) {
            return TakeDecisionStep{r.folder, h.changed}(q);
          }},
    Route{Method::kPut, "/api/agreement",
          [](House& h, Room& r, const Request& q) {
            return SetAgreement{r.folder, h.changed}(q);
          }},
};

bool takes_gzip(const Request& request) {
  return request.header("accept-encoding").find("gzip") != std::string::npos;
}

Response show_page(const Page& page, const Request& request) {
  bool const zipped = !page.compressed.empty() && takes_gzip(request);
  Response response =
      text_answer(200, std::string(page.type), std::string(zipped ? page.compressed : page.bytes));
  bool const hashed = page.path.substr(0, 8) == "/assets/";
  response.headers = {{"Cache-Control", hashed ? "max-age=31536000, immutable" : "no-cache"},
                      {"Vary", "Accept-Encoding"}};
  if (zipped) {
    response.headers.emplace_back("Content-Encoding", "gzip");
  }
  return response;
}

Response nothing_there() {
  constexpr int kNotFound = 404;
  return refused(kNotFound, "There is nothing at this address.");
}

Response route(House& house, Room& room, const Request& request) {
  Method const method = request.method == Method::kHead ? Method::kGet : request.method;
  bool known = false;
  for (const Route& each : kRoutes) {
    if (each.path == request.path) {
      known = true;
      if (each.method == method) {
        return each.answer(house, room, request);
      }
    }
  }
  constexpr int kMethodNotAllowed = 405;
  if (known) {
    return refused(kMethodNotAllowed, "This address does not take that method.");
  }
  auto const page = find_page(request.path == "/" ? "/index.html" : request.path);
  if (page && method == Method::kGet) {
    return show_page(*page, request);
  }
  return nothing_there();
}

bool has_policy(const Response& response) {
  for (auto const& [name, value] : response.headers) {
    if (name == "Content-Security-Policy") {
      return true;
    }
  }
  return false;
}

// Pages are compressed already; a secret is not compressed beside what others may choose.
void compress(const Request& request, Response& response) {
  constexpr std::size_t kWorthIt = 1'000;
  bool const is_data = request.path.substr(0, 5) == "/api/" && request.path != "/api/session";
  bool const is_sheets = request.path == "/sheets";
  if ((is_data || is_sheets) && !response.event_stream && response.body.size() > kWorthIt &&
      takes_gzip(request)) {
    response.body = gzipped(response.body);
    response.headers.emplace_back("Content-Encoding", "gzip");
    response.headers.emplace_back("Vary", "Accept-Encoding");
  }
}

}  // namespace

Response answer(House& house, const Request& request) {
  auto refusal = house.guard.refuse(request);
  Request within = request;
  Room* const room = refusal ? nullptr : house.room_of(within.path);
  Response response = refusal ? *std::move(refusal)
                      : room  ? route(house, *room, within)
                              : nothing_there();
  compress(within, response);
  if (has_policy(response)) {
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
  } else {
    add_security_headers(response);
  }
  return response;
}

}  // namespace bocage::http

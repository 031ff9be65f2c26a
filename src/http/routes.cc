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
  Response (*answer)(House&, const Request&);
};

Response open_events(House& /*house*/, const Request& /*request*/) {
  Response response = text_answer(200, "text/event-stream", "event: hello\ndata: {}\n\n");
  response.event_stream = true;
  return response;
}

// All of them. `openapi.yaml` says what each takes and gives.
constexpr std::array kRoutes{
    Route{Method::kGet, "/enter", [](House& h, const Request& r) { return h.guard.enter(r); }},
    Route{Method::kGet, "/api/session",
          [](House& h, const Request& r) {
            return ShowSession{h.folder, h.guard.csrf()}(r);
          }},
    Route{Method::kGet, "/api/events", open_events},
    Route{Method::kGet, "/api/territory",
          [](House& h, const Request& r) {
            return ShowTerritory{h.folder, h.board}(r);
          }},
    Route{Method::kGet, "/api/map",
          [](House& h, const Request& r) {
            return ShowMap{h.folder, h.board}(r);
          }},
    Route{Method::kGet, "/api/map.css", [](House&, const Request& r) { return ShowMapStyle{}(r); }},
    Route{Method::kGet, "/api/plan",
          [](House& h, const Request& r) {
            return ShowPlan{h.folder, h.board}(r);
          }},
    Route{Method::kGet, "/api/why",
          [](House& h, const Request& r) {
            return ExplainLine{h.folder, h.board, h.runner}(r);
          }},
    Route{Method::kPost, "/api/what-if",
          [](House& h, const Request& r) {
            return AskWhatIf{h.folder, h.board}(r);
          }},
    Route{Method::kGet, "/sheets",
          [](House& h, const Request& r) {
            return ShowSheets{h.folder, h.board, h.runner}(r);
          }},
    Route{Method::kGet, "/api/learn",
          [](House& h, const Request& r) {
            return ShowLearning{h.folder, h.board, h.runner, h.learnt}(r);
          }},
    Route{Method::kGet, "/api/table",
          [](House& h, const Request& r) { return ShowTable{h.folder}(r); }},
    Route{Method::kPost, "/api/table/check",
          [](House& h, const Request& r) { return CheckTable{h.folder}(r); }},
    Route{Method::kPut, "/api/table",
          [](House& h, const Request& r) {
            return SaveTable{h.folder, h.changed}(r);
          }},
    Route{Method::kPut, "/api/tables",
          [](House& h, const Request& r) {
            return SaveTables{h.folder, h.changed}(r);
          }},
    Route{Method::kPost, "/api/paste",
          [](House& h, const Request& r) { return UnderstandPaste{h.folder}(r); }},
    Route{Method::kGet, "/api/round",
          [](House& h, const Request& r) { return ShowRound{h.folder}(r); }},
    Route{Method::kGet, "/api/answers",
          [](House& h, const Request& r) {
            return ShowAnswers{h.folder, h.board}(r);
          }},
    Route{Method::kPost, "/api/steps",
          [](House& h, const Request& r) {
            return TakeStep{h.folder, h.board, h.changed}(r);
          }},
    Route{Method::kPost, "/api/positions",
          [](House& h, const Request& r) {
            return NotePosition{h.folder, h.changed}(r);
          }},
    Route{Method::kGet, "/api/follow",
          [](House& h, const Request& r) { return ShowFollow{h.folder}(r); }},
    Route{Method::kPost, "/api/deliveries",
          [](House& h, const Request& r) {
            return NoteDelivery{h.folder, h.changed}(r);
          }},
    Route{Method::kGet, "/api/calendar",
          [](House& h, const Request& r) { return ShowCalendar{h.folder}(r); }},
    Route{Method::kGet, "/api/decisions",
          [](House& h, const Request& r) { return ShowDecisions{h.folder}(r); }},
    Route{Method::kPost, "/api/decisions",
          [](House& h, const Request& r) {
            return TakeDecisionStep{h.folder, h.changed}(r);
          }},
    Route{Method::kPut, "/api/agreement",
          [](House& h, const Request& r) {
            return SetAgreement{h.folder, h.changed}(r);
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

Response route(House& house, const Request& request) {
  Method const method = request.method == Method::kHead ? Method::kGet : request.method;
  bool known = false;
  for (const Route& each : kRoutes) {
    if (each.path == request.path) {
      known = true;
      if (each.method == method) {
        return each.answer(house, request);
      }
    }
  }
  constexpr int kMethodNotAllowed = 405;
  constexpr int kNotFound = 404;
  if (known) {
    return refused(kMethodNotAllowed, "This address does not take that method.");
  }
  auto const page = find_page(request.path == "/" ? "/index.html" : request.path);
  if (page && method == Method::kGet) {
    return show_page(*page, request);
  }
  return refused(kNotFound, "There is nothing at this address.");
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
  Response response = refusal ? *std::move(refusal) : route(house, request);
  compress(request, response);
  if (has_policy(response)) {
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
  } else {
    add_security_headers(response);
  }
  return response;
}

}  // namespace bocage::http

#pragma once

#include <array>

#include "exchange/reading/table_formats.h"

// The tables a cycle leaves beside the territory's; docs/formats/ explains each.
namespace bocage::exchange {

struct StepColumn {
  enum : std::size_t { kCycle, kStep, kAt, kPlan, kAnswer, kStakeholder, kHow, kNotedBy, kNote };
};
inline constexpr std::array<Column, 9> kStepColumns{{{"cycle", true},
                                                     {"step", true},
                                                     {"at", true},
                                                     {"plan"},
                                                     {"answer"},
                                                     {"stakeholder"},
                                                     {"how"},
                                                     {"noted_by"},
                                                     {"note"}}};

struct PositionColumn {
  enum : std::size_t {
    kCycle,
    kPlan,
    kDecision,
    kStakeholder,
    kContribution,
    kNeed,
    kAnswer,
    kKind,
    kArgument,
    kChange,
    kValue,
    kVote,
    kSaidBy,
    kHow,
    kAt,
    kNotedBy
  };
};
inline constexpr std::array<Column, 16> kPositionColumns{{{"cycle"},
                                                          {"plan"},
                                                          {"decision"},
                                                          {"stakeholder", true},
                                                          {"contribution"},
                                                          {"need"},
                                                          {"answer", true},
                                                          {"kind"},
                                                          {"argument"},
                                                          {"change"},
                                                          {"value"},
                                                          {"vote"},
                                                          {"said_by"},
                                                          {"how", true},
                                                          {"at", true},
                                                          {"noted_by"}}};

struct CommitmentColumn {
  enum : std::size_t { kCycle, kPlan, kContribution, kNeed, kQuantity, kFrom, kDue, kStrength };
};
inline constexpr std::array<Column, 8> kCommitmentColumns{{{"cycle", true},
                                                           {"plan", true},
                                                           {"contribution", true},
                                                           {"need", true},
                                                           {"quantity", true},
                                                           {"from"},
                                                           {"due"},
                                                           {"strength"}}};

struct DeliveryColumn {
  enum : std::size_t {
    kCycle,
    kPlan,
    kContribution,
    kNeed,
    kSide,
    kOutcome,
    kQuantity,
    kUntil,
    kSaidBy,
    kHow,
    kAt,
    kNotedBy,
    kNote
  };
};
inline constexpr std::array<Column, 13> kDeliveryColumns{{{"cycle", true},
                                                          {"plan", true},
                                                          {"contribution", true},
                                                          {"need", true},
                                                          {"side", true},
                                                          {"outcome", true},
                                                          {"quantity", true},
                                                          {"until"},
                                                          {"said_by"},
                                                          {"how", true},
                                                          {"at", true},
                                                          {"noted_by"},
                                                          {"note"}}};

struct DecisionColumn {
  enum : std::size_t {
    kDecision,
    kStep,
    kAbout,
    kSetting,
    kValue,
    kStakeholder,
    kAt,
    kNotedBy,
    kNote
  };
};
inline constexpr std::array<Column, 9> kDecisionColumns{{{"decision", true},
                                                         {"step", true},
                                                         {"about"},
                                                         {"setting"},
                                                         {"value"},
                                                         {"stakeholder"},
                                                         {"at", true},
                                                         {"noted_by"},
                                                         {"note"}}};

inline constexpr TableFormat kStepsTable{"cycles", false, kStepColumns};
inline constexpr TableFormat kPositionsTable{"positions", false, kPositionColumns};
inline constexpr TableFormat kCommitmentsTable{"commitments", false, kCommitmentColumns};
inline constexpr TableFormat kDeliveriesTable{"deliveries", false, kDeliveryColumns};
inline constexpr TableFormat kDecisionsTable{"decisions", false, kDecisionColumns};
inline constexpr std::array<TableFormat, 5> kProceedingsTables{
    kStepsTable, kPositionsTable, kCommitmentsTable, kDeliveriesTable, kDecisionsTable};

}  // namespace bocage::exchange

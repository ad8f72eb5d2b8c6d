#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "prorata/quote.hpp"
#include "reader.hpp"

/// The words that stand for enumerators in JSON, each listed once for reading and writing.
namespace prorata::json {

template <class Enum, std::size_t N>
using Words = std::array<std::pair<Enum, std::string_view>, N>;

inline constexpr Words<OverageMode, 2> overageModes{
    {{OverageMode::postpaid, "postpaid"}, {OverageMode::suspend, "suspend"}}};
inline constexpr Words<Availability, 2> availabilities{
    {{Availability::included, "included"}, {Availability::limitedFree, "limited-free"}}};
inline constexpr Words<Sdk, 2> sdks{{{Sdk::native, "native"}, {Sdk::miniProgram, "mini-program"}}};
inline constexpr Words<Role, 3> roles{{{Role::host, "host"},
                                       {Role::interactiveAudience, "interactive-audience"},
                                       {Role::broadcastAudience, "broadcast-audience"}}};
inline constexpr Words<Media, 5> medias{
    {{Media::audio, "audio"}, {Media::hd, "hd"}, {Media::fhd, "fhd"}, {Media::k2, "2k"}, {Media::k2Plus, "2k-plus"}}};
inline constexpr Words<PriceProration, 2> priceProrations{
    {{PriceProration::remainingDays, "remaining-days"}, {PriceProration::fullMonth, "full-month"}}};
inline constexpr Words<Rounding, 2> roundings{{{Rounding::net, "net"}, {Rounding::line, "line"}}};
inline constexpr Words<QuotaProration, 2> quotaProrations{
    {{QuotaProration::dayWeighted, "day-weighted"}, {QuotaProration::fullMonth, "full-month"}}};
inline constexpr Words<DowngradeStart, 2> downgradeStarts{
    {{DowngradeStart::nextMonth, "next-month"}, {DowngradeStart::immediately, "immediately"}}};
inline constexpr Words<DowngradeCharge, 2> downgradeCharges{
    {{DowngradeCharge::onRenewal, "on-renewal"}, {DowngradeCharge::onRequest, "on-request"}}};
inline constexpr Words<DowngradeCutoff, 3> downgradeCutoffs{{{DowngradeCutoff::none, "none"},
                                                             {DowngradeCutoff::renewalDay, "renewal-day"},
                                                             {DowngradeCutoff::renewalDayWait, "renewal-day-wait"}}};
inline constexpr Words<Withdrawal, 2> withdrawals{
    {{Withdrawal::throughSales, "through-sales"}, {Withdrawal::selfServe, "self-serve"}}};
inline constexpr Words<ChangeKind, 6> changeKinds{{{ChangeKind::subscribe, "subscribe"},
                                                   {ChangeKind::upgrade, "upgrade"},
                                                   {ChangeKind::downgrade, "downgrade"},
                                                   {ChangeKind::cancel, "cancel"},
                                                   {ChangeKind::withdraw, "withdraw"},
                                                   {ChangeKind::none, "none"}}};
inline constexpr Words<Refusal, 5> refusals{{{Refusal::pendingChange, "pending_change"},
                                             {Refusal::alreadyOnPlan, "already_on_plan"},
                                             {Refusal::contactSales, "contact_sales"},
                                             {Refusal::downgradeLimit, "downgrade_limit"},
                                             {Refusal::alreadyRenewed, "already_renewed"}}};

template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::string_view wordOf(const Words<Enum, N>& words, Enum value) {
  for (const auto& [enumerator, word] : words) {
    if (enumerator == value) return word;
  }
  return {};
}

/// invalid_value when the string is none of the words; `text` may also be the name of a member.
template <class Enum, std::size_t N>
[[nodiscard]] Enum enumeratorOf(const Words<Enum, N>& words, std::string_view text, const Reader& at,
                                ErrorCode otherwise = ErrorCode::invalidValue) {
  for (const auto& [enumerator, word] : words) {
    if (word == text) return enumerator;
  }
  at.fail(otherwise, "This is none of the words that may stand here.");
}

template <class Enum, std::size_t N>
[[nodiscard]] Enum readWord(const Words<Enum, N>& words, const Reader& at) {
  return enumeratorOf(words, at.text(), at);
}

}  // namespace prorata::json

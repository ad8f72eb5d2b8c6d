#include <algorithm>

#include "documents.hpp"
#include "words.hpp"

namespace prorata::json {
namespace {

constexpr std::size_t mostPlans = 256;
constexpr std::size_t mostPackKinds = 64;

LocalizedText readText(const Reader& at) {
  LocalizedText text;
  at.eachMember([&](std::string_view tag, const Reader& translation) { text.emplace_back(tag, translation.text()); });
  static_cast<void>(at.at("en"));
  static_cast<void>(at.at("zh-CN"));
  return text;
}

Features readFeatures(const Reader& at) {
  Features features;
  at.eachMember([&](std::string_view feature, const Reader& availability) {
    features.emplace_back(feature, readWord(availabilities, availability));
  });
  return features;
}

Money readMoney(const Reader& at, int minorDigits) {
  const auto money = parseMoney(at.text(), minorDigits);
  if (!money)
    at.fail(ErrorCode::invalidValue,
            "This is no amount, written as digits with at most " + std::to_string(minorDigits) + " decimals.");
  return *money;
}

std::string readCurrencyCode(const Reader& at) {
  const std::string_view code = at.text();
  const bool isCode =
      code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!isCode) at.fail(ErrorCode::invalidValue, "A currency is three capital letters.");
  return std::string(code);
}

ContactSales readContactSales(const Reader& at) {
  at.at("contactSales").expectTrue();
  at.expectMembers({"id", "name", "contactSales", "minimumMinutes", "features"});
  return {at.maybe("minimumMinutes", [](const Reader& minutes) { return minutes.minutes(); })};
}

SelfServe readSelfServe(const Reader& at, int minorDigits) {
  at.expectMembers(
      {"id", "name", "monthlyPrice", "listPrice", "monthlyMinutes", "bonusMinutes", "overage", "features"});
  const auto money = [&](const Reader& amount) { return readMoney(amount, minorDigits); };
  SelfServe terms;
  terms.monthlyPrice = money(at.at("monthlyPrice"));
  terms.listPrice = at.maybe("listPrice", money);
  terms.monthlyMinutes = at.at("monthlyMinutes").minutes();
  if (at.has("bonusMinutes")) terms.bonusMinutes = at.at("bonusMinutes").minutes();
  terms.overage = readWord(overageModes, at.at("overage"));
  return terms;
}

Plan readPlanDocument(const Reader& at, int minorDigits) {
  at.expectObject();
  Plan plan;
  if (at.has("contactSales")) {
    plan.terms = readContactSales(at);
  } else {
    plan.terms = readSelfServe(at, minorDigits);
  }
  plan.id = at.at("id").nonEmptyText();
  plan.name = readText(at.at("name"));
  if (at.has("features")) plan.features = readFeatures(at.at("features"));
  return plan;
}

Pack readPackDocument(const Reader& at, int minorDigits) {
  at.expectMembers({"id", "name", "minutes", "price"});
  return {std::string(at.at("id").nonEmptyText()), readText(at.at("name")), Minutes{at.at("minutes").integer(1)},
          readMoney(at.at("price"), minorDigits)};
}

Decimal readCoefficient(const Reader& at) {
  const auto decimal = parseDecimal(at.text());
  if (!decimal) at.fail(ErrorCode::invalidValue, "This is no coefficient, written as digits with at most 15 decimals.");
  return *decimal;
}

Conversion readConversionTable(const Reader& at) {
  at.expectMembers({"video", "calibrations", "coefficients"});
  Conversion conversion;
  const Reader video = at.at("video");
  conversion.video = video.items([](const Reader& item) {
    item.expectMembers({"media", "maxPixels"});
    return Conversion::VideoClass{readWord(medias, item.at("media")),
                                  item.maybe("maxPixels", [](const Reader& pixels) { return pixels.integer(1); })};
  });
  if (conversion.video.empty()) video.fail(ErrorCode::invalidValue, "There is at least one video class.");

  conversion.calibrations = at.maybe("calibrations", [](const Reader& calibrations) {
    return calibrations.items([](const Reader& item) {
      item.expectMembers({"pixels", "as"});
      return Conversion::Calibration{item.at("pixels").integer(1), item.at("as").integer(1)};
    });
  });

  at.at("coefficients").eachMember([&](std::string_view sdkName, const Reader& byRole) {
    auto& roleTable = conversion.coefficients[enumeratorOf(sdks, sdkName, byRole)];
    byRole.eachMember([&](std::string_view roleName, const Reader& byMedia) {
      auto& mediaTable = roleTable[enumeratorOf(roles, roleName, byMedia)];
      byMedia.eachMember([&](std::string_view mediaName, const Reader& coefficient) {
        mediaTable[enumeratorOf(medias, mediaName, coefficient)] = readCoefficient(coefficient);
      });
    });
  });
  return conversion;
}

std::variant<RenewalOnDay, RenewalBeforeMonthEnd> readRenewal(const Reader& at) {
  at.expectMembers({"day", "daysBeforeMonthEnd"});
  if (at.has("day") == at.has("daysBeforeMonthEnd"))
    at.fail(ErrorCode::invalidValue, "Renewal is either on a day or so many days before the month ends.");
  if (at.has("day")) return RenewalOnDay{static_cast<int>(at.at("day").integer(1, 28))};
  return RenewalBeforeMonthEnd{static_cast<int>(at.at("daysBeforeMonthEnd").integer(0, 26))};
}

Policy readPolicy(const Reader& at) {
  at.expectMembers({"proration", "renewal", "downgrade"});
  const Reader proration = at.at("proration");
  proration.expectMembers({"price", "rounding", "quota"});
  const Reader downgrade = at.at("downgrade");
  downgrade.expectMembers({"effective", "limitPerMonth", "charge", "cutoff", "withdrawal"});
  const bool oncePerMonth = downgrade.has("limitPerMonth");
  if (oncePerMonth) static_cast<void>(downgrade.at("limitPerMonth").integer(1, 1));
  const auto withdrawal = downgrade.maybe("withdrawal", [](const Reader& word) { return readWord(withdrawals, word); });
  return {{readWord(priceProrations, proration.at("price")), readWord(roundings, proration.at("rounding")),
           readWord(quotaProrations, proration.at("quota"))},
          readRenewal(at.at("renewal")),
          {readWord(downgradeStarts, downgrade.at("effective")), oncePerMonth,
           readWord(downgradeCharges, downgrade.at("charge")), readWord(downgradeCutoffs, downgrade.at("cutoff")),
           withdrawal.value_or(Withdrawal::throughSales)}};
}

void writeText(Writer& json, const LocalizedText& text) {
  for (const auto& [tag, translation] : text) json.memberOfAnyName(tag).string(translation);
}

void writeFeatures(Writer& json, const Features& features) {
  for (const auto& [feature, availability] : features)
    json.memberOfAnyName(feature).string(wordOf(availabilities, availability));
}

void writePlan(Writer& json, const Plan& plan) {
  json.text("id", plan.id).object("name", [&] { writeText(json, plan.name); });
  json.flag("contactSales", !plan.isSelfServe());
  if (plan.isSelfServe()) {
    const SelfServe& terms = plan.selfServe();
    json.number("monthlyPrice", terms.monthlyPrice)
        .numberOrNull("listPrice", terms.listPrice)
        .number("monthlyMinutes", terms.monthlyMinutes)
        .number("bonusMinutes", terms.bonusMinutes)
        .text("overage", wordOf(overageModes, terms.overage));
  } else {
    json.numberOrNull("minimumMinutes", std::get<ContactSales>(plan.terms).minimumMinutes);
  }
  json.object("features", [&] { writeFeatures(json, plan.features); });
}

void writePack(Writer& json, const Pack& pack) {
  json.text("id", pack.id)
      .object("name", [&] { writeText(json, pack.name); })
      .number("minutes", pack.minutes)
      .number("price", pack.price);
}

void writeConversionTable(Writer& json, const Conversion& conversion) {
  json.array("video", conversion.video, [&](const Conversion::VideoClass& video) {
    json.text("media", wordOf(medias, video.media));
    if (video.maxPixels) json.number("maxPixels", *video.maxPixels);
  });
  if (conversion.calibrations) {
    json.array("calibrations", *conversion.calibrations, [&](const Conversion::Calibration& calibration) {
      json.number("pixels", calibration.pixels).number("as", calibration.as);
    });
  }
  json.object("coefficients", [&] {
    for (const auto& [sdk, roleTable] : conversion.coefficients) {
      json.object(wordOf(sdks, sdk), [&, &byRole = roleTable] {
        for (const auto& [role, mediaTable] : byRole) {
          json.object(wordOf(roles, role), [&, &byMedia = mediaTable] {
            for (const auto& [media, coefficient] : byMedia) json.text(wordOf(medias, media), toString(coefficient));
          });
        }
      });
    }
  });
}

void writePolicy(Writer& json, const Policy& policy) {
  json.object("proration", [&] {
    json.text("price", wordOf(priceProrations, policy.proration.price))
        .text("rounding", wordOf(roundings, policy.proration.rounding))
        .text("quota", wordOf(quotaProrations, policy.proration.quota));
  });
  json.object("renewal", [&] {
    if (const auto* onDay = std::get_if<RenewalOnDay>(&policy.renewal)) json.number("day", onDay->day);
    if (const auto* before = std::get_if<RenewalBeforeMonthEnd>(&policy.renewal))
      json.number("daysBeforeMonthEnd", before->days);
  });
  json.object("downgrade", [&] {
    json.text("effective", wordOf(downgradeStarts, policy.downgrade.start));
    if (policy.downgrade.oncePerMonth) {
      json.number("limitPerMonth", 1);
    } else {
      json.null("limitPerMonth");
    }
    json.text("charge", wordOf(downgradeCharges, policy.downgrade.charge))
        .text("cutoff", wordOf(downgradeCutoffs, policy.downgrade.cutoff))
        .text("withdrawal", wordOf(withdrawals, policy.downgrade.withdrawal));
  });
}

}  // namespace

Catalog readCatalog(const Reader& document) {
  document.expectMembers({"$schema", "id", "version", "name", "source", "currency", "timeZone", "plans", "defaultPlan",
                          "packs", "packValidityMonths", "overage", "conversion", "policy"});
  Catalog catalog;
  catalog.id = document.at("id").nonEmptyText();
  catalog.version = document.at("version").nonEmptyText();
  catalog.name = readText(document.at("name"));
  catalog.source = document.maybe("source", [](const Reader& source) { return source.text(); });

  const Reader currency = document.at("currency");
  currency.expectMembers({"code", "minorDigits"});
  catalog.currencyCode = readCurrencyCode(currency.at("code"));
  catalog.minorDigits = static_cast<int>(currency.at("minorDigits").integer(0, 4));
  catalog.timeZone = document.at("timeZone").nonEmptyText();

  const Reader plans = document.at("plans");
  catalog.plans = plans.items([&](const Reader& plan) { return readPlanDocument(plan, catalog.minorDigits); });
  if (catalog.plans.empty() || catalog.plans.size() > mostPlans)
    plans.fail(ErrorCode::outOfRange, "A price list has 1 to 256 plans.");
  catalog.defaultPlan = readPlan(catalog, document.at("defaultPlan"));
  const Reader packs = document.at("packs");
  catalog.packs = packs.items([&](const Reader& pack) { return readPackDocument(pack, catalog.minorDigits); });
  if (catalog.packs.size() > mostPackKinds)
    packs.fail(ErrorCode::outOfRange, "A price list has at most 64 kinds of pack.");
  catalog.packValidityMonths = static_cast<int>(document.at("packValidityMonths").integer(1, 120));

  const Reader overage = document.at("overage");
  overage.expectMembers({"price", "perMinutes"});
  catalog.overage = {readMoney(overage.at("price"), catalog.minorDigits), overage.at("perMinutes").integer(1)};
  catalog.conversion = readConversionTable(document.at("conversion"));
  catalog.policy = readPolicy(document.at("policy"));

  checkCatalog(catalog);
  return catalog;
}

void writeCatalog(Writer& json, const Catalog& catalog) {
  json.text("id", catalog.id).text("version", catalog.version).object("name", [&] { writeText(json, catalog.name); });
  if (catalog.source) json.text("source", *catalog.source);
  json.object("currency", [&] { json.text("code", catalog.currencyCode).number("minorDigits", catalog.minorDigits); })
      .text("timeZone", catalog.timeZone)
      .array("plans", catalog.plans, [&](const Plan& plan) { writePlan(json, plan); })
      .text("defaultPlan", catalog.plans[catalog.defaultPlan].id)
      .array("packs", catalog.packs, [&](const Pack& pack) { writePack(json, pack); })
      .number("packValidityMonths", catalog.packValidityMonths)
      .object("overage",
              [&] { json.number("price", catalog.overage.price).number("perMinutes", catalog.overage.perMinutes); })
      .object("conversion", [&] { writeConversionTable(json, catalog.conversion); })
      .object("policy", [&] { writePolicy(json, catalog.policy); });
}

}  // namespace prorata::json

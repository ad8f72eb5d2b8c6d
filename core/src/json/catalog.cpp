#include <algorithm>

#include "documents.hpp"
#include "object.hpp"
#include "words.hpp"

namespace prorata::json {
namespace {

constexpr std::size_t mostPlans = 256;
constexpr std::size_t mostPackKinds = 64;

std::size_t sizeOf(const Reader& array) { return array.value().size(); }

LocalizedText readText(const Reader& at) {
  LocalizedText text;
  at.eachMember([&](const std::string& tag, const Reader& translation) { text.emplace_back(tag, translation.text()); });
  static_cast<void>(at.at("en"));
  static_cast<void>(at.at("zh-CN"));
  return text;
}

Features readFeatures(const Reader& at) {
  Features features;
  at.eachMember([&](const std::string& feature, const Reader& availability) {
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
  std::string code = at.text();
  const bool isCode =
      code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!isCode) at.fail(ErrorCode::invalidValue, "A currency is three capital letters.");
  return code;
}

ContactSales readContactSales(const Reader& at) {
  at.expectMembers({"id", "name", "contactSales", "minimumMinutes", "features"});
  const Reader contactSales = at.at("contactSales");
  if (contactSales.value() != Json(true)) contactSales.fail(ErrorCode::invalidValue, "Only true may stand here.");
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
  return {at.at("id").nonEmptyText(), readText(at.at("name")), Minutes{at.at("minutes").integer(1)},
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

  at.at("coefficients").eachMember([&](const std::string& sdkName, const Reader& byRole) {
    auto& roleTable = conversion.coefficients[enumeratorOf(sdks, sdkName, byRole)];
    byRole.eachMember([&](const std::string& roleName, const Reader& byMedia) {
      auto& mediaTable = roleTable[enumeratorOf(roles, roleName, byMedia)];
      byMedia.eachMember([&](const std::string& mediaName, const Reader& coefficient) {
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

Json writeText(const LocalizedText& text) {
  Object json;
  for (const auto& [tag, translation] : text) json.text(tag, translation);
  return json.take();
}

Json writeFeatures(const Features& features) {
  Object json;
  for (const auto& [feature, availability] : features) json.text(feature, wordOf(availabilities, availability));
  return json.take();
}

Json writePlan(const Plan& plan) {
  Object json;
  json.text("id", plan.id).value("name", writeText(plan.name)).flag("contactSales", !plan.isSelfServe());
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
  return json.value("features", writeFeatures(plan.features)).take();
}

Json writePack(const Pack& pack) {
  return Object()
      .text("id", pack.id)
      .value("name", writeText(pack.name))
      .number("minutes", pack.minutes)
      .number("price", pack.price)
      .take();
}

Json writeCoefficients(const Conversion& conversion) {
  Object sdkTable;
  for (const auto& [sdk, byRole] : conversion.coefficients) {
    Object roleTable;
    for (const auto& [role, byMedia] : byRole) {
      Object mediaTable;
      for (const auto& [media, coefficient] : byMedia) mediaTable.text(wordOf(medias, media), toString(coefficient));
      roleTable.value(wordOf(roles, role), mediaTable.take());
    }
    sdkTable.value(wordOf(sdks, sdk), roleTable.take());
  }
  return sdkTable.take();
}

Json writeConversionTable(const Conversion& conversion) {
  Object json;
  json.value("video", arrayOf(conversion.video, [](const Conversion::VideoClass& video) {
               Object item;
               item.text("media", wordOf(medias, video.media));
               if (video.maxPixels) item.number("maxPixels", *video.maxPixels);
               return item.take();
             }));
  if (conversion.calibrations) {
    json.value("calibrations", arrayOf(*conversion.calibrations, [](const Conversion::Calibration& calibration) {
                 return Object().number("pixels", calibration.pixels).number("as", calibration.as).take();
               }));
  }
  return json.value("coefficients", writeCoefficients(conversion)).take();
}

Json writeRenewal(const RenewalOnDay& renewal) { return Object().number("day", renewal.day).take(); }
Json writeRenewal(const RenewalBeforeMonthEnd& renewal) {
  return Object().number("daysBeforeMonthEnd", renewal.days).take();
}

Json writePolicy(const Policy& policy) {
  return Object()
      .value("proration", Object()
                              .text("price", wordOf(priceProrations, policy.proration.price))
                              .text("rounding", wordOf(roundings, policy.proration.rounding))
                              .text("quota", wordOf(quotaProrations, policy.proration.quota))
                              .take())
      .value("renewal", std::visit([](const auto& renewal) { return writeRenewal(renewal); }, policy.renewal))
      .value("downgrade", Object()
                              .text("effective", wordOf(downgradeStarts, policy.downgrade.start))
                              .value("limitPerMonth", policy.downgrade.oncePerMonth ? Json(1) : Json(nullptr))
                              .text("charge", wordOf(downgradeCharges, policy.downgrade.charge))
                              .text("cutoff", wordOf(downgradeCutoffs, policy.downgrade.cutoff))
                              .text("withdrawal", wordOf(withdrawals, policy.downgrade.withdrawal))
                              .take())
      .take();
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
  if (catalog.plans.empty() || sizeOf(plans) > mostPlans)
    plans.fail(ErrorCode::outOfRange, "A price list has 1 to 256 plans.");
  catalog.defaultPlan = readPlan(catalog, document.at("defaultPlan"));
  const Reader packs = document.at("packs");
  if (packs.value().is_array() && sizeOf(packs) > mostPackKinds)
    packs.fail(ErrorCode::outOfRange, "A price list has at most 64 kinds of pack.");
  catalog.packs = packs.items([&](const Reader& pack) { return readPackDocument(pack, catalog.minorDigits); });
  catalog.packValidityMonths = static_cast<int>(document.at("packValidityMonths").integer(1, 120));

  const Reader overage = document.at("overage");
  overage.expectMembers({"price", "perMinutes"});
  catalog.overage = {readMoney(overage.at("price"), catalog.minorDigits), overage.at("perMinutes").integer(1)};
  catalog.conversion = readConversionTable(document.at("conversion"));
  catalog.policy = readPolicy(document.at("policy"));

  checkCatalog(catalog);
  return catalog;
}

Json writeCatalog(const Catalog& catalog) {
  Object json;
  json.text("id", catalog.id).text("version", catalog.version).value("name", writeText(catalog.name));
  if (catalog.source) json.text("source", *catalog.source);
  return json
      .value("currency", Object().text("code", catalog.currencyCode).number("minorDigits", catalog.minorDigits).take())
      .text("timeZone", catalog.timeZone)
      .value("plans", arrayOf(catalog.plans, writePlan))
      .text("defaultPlan", catalog.plans[catalog.defaultPlan].id)
      .value("packs", arrayOf(catalog.packs, writePack))
      .number("packValidityMonths", catalog.packValidityMonths)
      .value("overage",
             Object().number("price", catalog.overage.price).number("perMinutes", catalog.overage.perMinutes).take())
      .value("conversion", writeConversionTable(catalog.conversion))
      .value("policy", writePolicy(catalog.policy))
      .take();
}

}  // namespace prorata::json

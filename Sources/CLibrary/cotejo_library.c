// Written by Scripts/dev/embed from what lies in Library/; run it again rather than edit this file.
//
// Each array ends in a zero that its count leaves out, so that an empty file is an array too.

#include "cotejo_library.h"

static const unsigned char file_guide_claims_md[] = {
#embed "../../Library/guide/claims.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_guide_comparisons_md[] = {
#embed "../../Library/guide/comparisons.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_guide_first_steps_md[] = {
#embed "../../Library/guide/first_steps.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_guide_own_casebook_md[] = {
#embed "../../Library/guide/own_casebook.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_guide_questions_md[] = {
#embed "../../Library/guide/questions.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_guide_reports_md[] = {
#embed "../../Library/guide/reports.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_guide_tables_md[] = {
#embed "../../Library/guide/tables.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_guide_time_md[] = {
#embed "../../Library/guide/time.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_guide_values_md[] = {
#embed "../../Library/guide/values.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_army_cotejo[] = {
#embed "../../Library/mexico_2018/army.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_assessments_army_cotejo[] = {
#embed "../../Library/mexico_2018/assessments_army.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_assessments_groups_and_violence_cotejo[] = {
#embed "../../Library/mexico_2018/assessments_groups_and_violence.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_assessments_intelligence_and_finance_cotejo[] = {
#embed "../../Library/mexico_2018/assessments_intelligence_and_finance.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_assessments_navy_and_ports_cotejo[] = {
#embed "../../Library/mexico_2018/assessments_navy_and_ports.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_assessments_police_cotejo[] = {
#embed "../../Library/mexico_2018/assessments_police.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_assessments_politics_and_law_cotejo[] = {
#embed "../../Library/mexico_2018/assessments_politics_and_law.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_assessments_prisons_and_courts_cotejo[] = {
#embed "../../Library/mexico_2018/assessments_prisons_and_courts.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_assessments_united_states_cotejo[] = {
#embed "../../Library/mexico_2018/assessments_united_states.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_captures_and_seizures_cotejo[] = {
#embed "../../Library/mexico_2018/captures_and_seizures.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_events_army_cotejo[] = {
#embed "../../Library/mexico_2018/events_army.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_events_captures_and_seizures_cotejo[] = {
#embed "../../Library/mexico_2018/events_captures_and_seizures.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_events_groups_and_campaign_cotejo[] = {
#embed "../../Library/mexico_2018/events_groups_and_campaign.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_events_navy_and_ports_cotejo[] = {
#embed "../../Library/mexico_2018/events_navy_and_ports.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_events_police_justice_and_prisons_cotejo[] = {
#embed "../../Library/mexico_2018/events_police_justice_and_prisons.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_events_politics_and_law_cotejo[] = {
#embed "../../Library/mexico_2018/events_politics_and_law.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_groups_of_people_cotejo[] = {
#embed "../../Library/mexico_2018/groups_of_people.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_homicide_and_groups_cotejo[] = {
#embed "../../Library/mexico_2018/homicide_and_groups.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_intelligence_and_prosecution_cotejo[] = {
#embed "../../Library/mexico_2018/intelligence_and_prosecution.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_navy_cotejo[] = {
#embed "../../Library/mexico_2018/navy.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_people_cotejo[] = {
#embed "../../Library/mexico_2018/people.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_places_cotejo[] = {
#embed "../../Library/mexico_2018/places.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_police_cotejo[] = {
#embed "../../Library/mexico_2018/police.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_politics_and_law_cotejo[] = {
#embed "../../Library/mexico_2018/politics_and_law.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_ports_and_customs_cotejo[] = {
#embed "../../Library/mexico_2018/ports_and_customs.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_prisons_and_courts_cotejo[] = {
#embed "../../Library/mexico_2018/prisons_and_courts.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_publication_and_author_cotejo[] = {
#embed "../../Library/mexico_2018/publication_and_author.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_publications_cotejo[] = {
#embed "../../Library/mexico_2018/publications.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_publishers_of_data_cotejo[] = {
#embed "../../Library/mexico_2018/publishers_of_data.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_recommendations_cotejo[] = {
#embed "../../Library/mexico_2018/recommendations.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_sources_cotejo[] = {
#embed "../../Library/mexico_2018/sources.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_states_cotejo[] = {
#embed "../../Library/mexico_2018/states.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_tensions_cotejo[] = {
#embed "../../Library/mexico_2018/tensions.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_trade_and_concepts_cotejo[] = {
#embed "../../Library/mexico_2018/trade_and_concepts.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_mexico_2018_united_states_cotejo[] = {
#embed "../../Library/mexico_2018/united_states.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_filters_cotejo[] = {
#embed "../../Library/prelude/filters.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_kinds_cotejo[] = {
#embed "../../Library/prelude/kinds.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_measures_cotejo[] = {
#embed "../../Library/prelude/measures.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_properties_cotejo[] = {
#embed "../../Library/prelude/properties.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_properties_crime_cotejo[] = {
#embed "../../Library/prelude/properties_crime.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_properties_events_cotejo[] = {
#embed "../../Library/prelude/properties_events.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_properties_forces_cotejo[] = {
#embed "../../Library/prelude/properties_forces.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_properties_justice_cotejo[] = {
#embed "../../Library/prelude/properties_justice.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_properties_politics_cotejo[] = {
#embed "../../Library/prelude/properties_politics.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_properties_ports_cotejo[] = {
#embed "../../Library/prelude/properties_ports.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_properties_sources_cotejo[] = {
#embed "../../Library/prelude/properties_sources.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_properties_ties_cotejo[] = {
#embed "../../Library/prelude/properties_ties.cotejo" suffix(, 0) if_empty(0)
};
static const unsigned char file_prelude_units_cotejo[] = {
#embed "../../Library/prelude/units.cotejo" suffix(, 0) if_empty(0)
};

const cotejo_library_file cotejo_library_files[] = {
  {"guide/claims.md", file_guide_claims_md, sizeof file_guide_claims_md - 1},
  {"guide/comparisons.md", file_guide_comparisons_md, sizeof file_guide_comparisons_md - 1},
  {"guide/first_steps.md", file_guide_first_steps_md, sizeof file_guide_first_steps_md - 1},
  {"guide/own_casebook.md", file_guide_own_casebook_md, sizeof file_guide_own_casebook_md - 1},
  {"guide/questions.md", file_guide_questions_md, sizeof file_guide_questions_md - 1},
  {"guide/reports.md", file_guide_reports_md, sizeof file_guide_reports_md - 1},
  {"guide/tables.md", file_guide_tables_md, sizeof file_guide_tables_md - 1},
  {"guide/time.md", file_guide_time_md, sizeof file_guide_time_md - 1},
  {"guide/values.md", file_guide_values_md, sizeof file_guide_values_md - 1},
  {"mexico_2018/army.cotejo", file_mexico_2018_army_cotejo, sizeof file_mexico_2018_army_cotejo - 1},
  {"mexico_2018/assessments_army.cotejo", file_mexico_2018_assessments_army_cotejo, sizeof file_mexico_2018_assessments_army_cotejo - 1},
  {"mexico_2018/assessments_groups_and_violence.cotejo", file_mexico_2018_assessments_groups_and_violence_cotejo, sizeof file_mexico_2018_assessments_groups_and_violence_cotejo - 1},
  {"mexico_2018/assessments_intelligence_and_finance.cotejo", file_mexico_2018_assessments_intelligence_and_finance_cotejo, sizeof file_mexico_2018_assessments_intelligence_and_finance_cotejo - 1},
  {"mexico_2018/assessments_navy_and_ports.cotejo", file_mexico_2018_assessments_navy_and_ports_cotejo, sizeof file_mexico_2018_assessments_navy_and_ports_cotejo - 1},
  {"mexico_2018/assessments_police.cotejo", file_mexico_2018_assessments_police_cotejo, sizeof file_mexico_2018_assessments_police_cotejo - 1},
  {"mexico_2018/assessments_politics_and_law.cotejo", file_mexico_2018_assessments_politics_and_law_cotejo, sizeof file_mexico_2018_assessments_politics_and_law_cotejo - 1},
  {"mexico_2018/assessments_prisons_and_courts.cotejo", file_mexico_2018_assessments_prisons_and_courts_cotejo, sizeof file_mexico_2018_assessments_prisons_and_courts_cotejo - 1},
  {"mexico_2018/assessments_united_states.cotejo", file_mexico_2018_assessments_united_states_cotejo, sizeof file_mexico_2018_assessments_united_states_cotejo - 1},
  {"mexico_2018/captures_and_seizures.cotejo", file_mexico_2018_captures_and_seizures_cotejo, sizeof file_mexico_2018_captures_and_seizures_cotejo - 1},
  {"mexico_2018/events_army.cotejo", file_mexico_2018_events_army_cotejo, sizeof file_mexico_2018_events_army_cotejo - 1},
  {"mexico_2018/events_captures_and_seizures.cotejo", file_mexico_2018_events_captures_and_seizures_cotejo, sizeof file_mexico_2018_events_captures_and_seizures_cotejo - 1},
  {"mexico_2018/events_groups_and_campaign.cotejo", file_mexico_2018_events_groups_and_campaign_cotejo, sizeof file_mexico_2018_events_groups_and_campaign_cotejo - 1},
  {"mexico_2018/events_navy_and_ports.cotejo", file_mexico_2018_events_navy_and_ports_cotejo, sizeof file_mexico_2018_events_navy_and_ports_cotejo - 1},
  {"mexico_2018/events_police_justice_and_prisons.cotejo", file_mexico_2018_events_police_justice_and_prisons_cotejo, sizeof file_mexico_2018_events_police_justice_and_prisons_cotejo - 1},
  {"mexico_2018/events_politics_and_law.cotejo", file_mexico_2018_events_politics_and_law_cotejo, sizeof file_mexico_2018_events_politics_and_law_cotejo - 1},
  {"mexico_2018/groups_of_people.cotejo", file_mexico_2018_groups_of_people_cotejo, sizeof file_mexico_2018_groups_of_people_cotejo - 1},
  {"mexico_2018/homicide_and_groups.cotejo", file_mexico_2018_homicide_and_groups_cotejo, sizeof file_mexico_2018_homicide_and_groups_cotejo - 1},
  {"mexico_2018/intelligence_and_prosecution.cotejo", file_mexico_2018_intelligence_and_prosecution_cotejo, sizeof file_mexico_2018_intelligence_and_prosecution_cotejo - 1},
  {"mexico_2018/navy.cotejo", file_mexico_2018_navy_cotejo, sizeof file_mexico_2018_navy_cotejo - 1},
  {"mexico_2018/people.cotejo", file_mexico_2018_people_cotejo, sizeof file_mexico_2018_people_cotejo - 1},
  {"mexico_2018/places.cotejo", file_mexico_2018_places_cotejo, sizeof file_mexico_2018_places_cotejo - 1},
  {"mexico_2018/police.cotejo", file_mexico_2018_police_cotejo, sizeof file_mexico_2018_police_cotejo - 1},
  {"mexico_2018/politics_and_law.cotejo", file_mexico_2018_politics_and_law_cotejo, sizeof file_mexico_2018_politics_and_law_cotejo - 1},
  {"mexico_2018/ports_and_customs.cotejo", file_mexico_2018_ports_and_customs_cotejo, sizeof file_mexico_2018_ports_and_customs_cotejo - 1},
  {"mexico_2018/prisons_and_courts.cotejo", file_mexico_2018_prisons_and_courts_cotejo, sizeof file_mexico_2018_prisons_and_courts_cotejo - 1},
  {"mexico_2018/publication_and_author.cotejo", file_mexico_2018_publication_and_author_cotejo, sizeof file_mexico_2018_publication_and_author_cotejo - 1},
  {"mexico_2018/publications.cotejo", file_mexico_2018_publications_cotejo, sizeof file_mexico_2018_publications_cotejo - 1},
  {"mexico_2018/publishers_of_data.cotejo", file_mexico_2018_publishers_of_data_cotejo, sizeof file_mexico_2018_publishers_of_data_cotejo - 1},
  {"mexico_2018/recommendations.cotejo", file_mexico_2018_recommendations_cotejo, sizeof file_mexico_2018_recommendations_cotejo - 1},
  {"mexico_2018/sources.cotejo", file_mexico_2018_sources_cotejo, sizeof file_mexico_2018_sources_cotejo - 1},
  {"mexico_2018/states.cotejo", file_mexico_2018_states_cotejo, sizeof file_mexico_2018_states_cotejo - 1},
  {"mexico_2018/tensions.cotejo", file_mexico_2018_tensions_cotejo, sizeof file_mexico_2018_tensions_cotejo - 1},
  {"mexico_2018/trade_and_concepts.cotejo", file_mexico_2018_trade_and_concepts_cotejo, sizeof file_mexico_2018_trade_and_concepts_cotejo - 1},
  {"mexico_2018/united_states.cotejo", file_mexico_2018_united_states_cotejo, sizeof file_mexico_2018_united_states_cotejo - 1},
  {"prelude/filters.cotejo", file_prelude_filters_cotejo, sizeof file_prelude_filters_cotejo - 1},
  {"prelude/kinds.cotejo", file_prelude_kinds_cotejo, sizeof file_prelude_kinds_cotejo - 1},
  {"prelude/measures.cotejo", file_prelude_measures_cotejo, sizeof file_prelude_measures_cotejo - 1},
  {"prelude/properties.cotejo", file_prelude_properties_cotejo, sizeof file_prelude_properties_cotejo - 1},
  {"prelude/properties_crime.cotejo", file_prelude_properties_crime_cotejo, sizeof file_prelude_properties_crime_cotejo - 1},
  {"prelude/properties_events.cotejo", file_prelude_properties_events_cotejo, sizeof file_prelude_properties_events_cotejo - 1},
  {"prelude/properties_forces.cotejo", file_prelude_properties_forces_cotejo, sizeof file_prelude_properties_forces_cotejo - 1},
  {"prelude/properties_justice.cotejo", file_prelude_properties_justice_cotejo, sizeof file_prelude_properties_justice_cotejo - 1},
  {"prelude/properties_politics.cotejo", file_prelude_properties_politics_cotejo, sizeof file_prelude_properties_politics_cotejo - 1},
  {"prelude/properties_ports.cotejo", file_prelude_properties_ports_cotejo, sizeof file_prelude_properties_ports_cotejo - 1},
  {"prelude/properties_sources.cotejo", file_prelude_properties_sources_cotejo, sizeof file_prelude_properties_sources_cotejo - 1},
  {"prelude/properties_ties.cotejo", file_prelude_properties_ties_cotejo, sizeof file_prelude_properties_ties_cotejo - 1},
  {"prelude/units.cotejo", file_prelude_units_cotejo, sizeof file_prelude_units_cotejo - 1},
};

const size_t cotejo_library_file_count = sizeof cotejo_library_files / sizeof cotejo_library_files[0];

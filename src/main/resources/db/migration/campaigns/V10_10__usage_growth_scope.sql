-- Counters that are narrowed to one branch or one coupon grow like the others.
alter type campaigns.usage_growth add attribute scope text;

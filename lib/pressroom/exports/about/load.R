# install.packages(c("readtext", "quanteda"))
library(readtext)
library(quanteda)

turns <- readtext("turns.csv", docid_field = "doc_id", text_field = "text", encoding = "UTF-8")
corp <- corpus(turns)
toks <- tokens(corp, remove_punct = TRUE, split_hyphens = TRUE)
themes <- dictionary(file = "dictionary.yml", format = "YAML")

answers <- tokens_subset(toks, !is.na(answers) & answers != "")
print(dfm_group(dfm(tokens_lookup(answers, themes)), groups = conference))

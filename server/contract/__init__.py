"""Text in, meaning out: what a contract says, who says it to whom, and in which words. Pure.

reading      understand: the whole reading of a document
labels       numbers and letters that provisions carry, typed or automatic
counting     which of those that could be something else are labels
headings     which words of a paragraph are its title
zones        contents, recitals, definitions, signatures, schedules
key_tables   rows of a cover page
nesting      which provision lies in which
enumerations several provisions in one paragraph
recitals     where they end
titles       a title over the whole contract holds nothing
sections     the provisions
lead_ins     the line that a list hangs on
sentences    where sentences start and end
letters      patterns that mean the whole Latin alphabet
names        companies' and people's names
role_words   words that are a role, and which side they are on
actors       whom the text has act, whatever they are called
short_names  what a definition calls a party
name_places  where in the words of a preamble a name stands
sides        what several parties are called together
preamble     the parties as the preamble names them
signatures   parties in signature blocks
covers       parties in key tables and definitions
pronouns     parties called "you", "we" and "I"
stand_ins    names for parties that no place names
aliases      what running text calls a party, with or without its article
parties      everyone the contract is between; which side is the reader's
signs        how habits of speech that tell the sides apart are written
conduct      what each side does, in the ways contracts say it
burdens      what is laid on the side that works beside its work
ventures     contracts in which no side works for the other
roles        who supplies and who pays, and why we think so
definitions  where a paragraph says what a term means
terms        defined terms, and those that nothing defines
kinds        what kind of document it is
law          whose law governs
courts       which courts or arbitrators decide
numbers      dates and periods
money        amounts and percentages
number_words numbers written out
references   cross-references, typed and as fields
targets      the sections that they point to
listings     survival lists and orders of precedence
fees         how the work is paid for
style        the drafter's habits
language     is it English
binding      is it a contract at all
bargains     and by what a bargain is made of, in whatever style
genres       texts that only speak of contracts
"""

from __future__ import annotations

from server.contract.reading import understand

__all__ = ["understand"]

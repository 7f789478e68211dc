"""Words in quotation marks that nobody says: titles of works, names, labels and signs, in the sentences that news is written in."""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_analyse import study
from tests.reader.analysis.test_partial import AFTER, BEFORE

NAMED = """
The film, “Salt Road,” opens on Friday.
Her debut novel “Salt Road” won the Lund Prize.
His 2019 book “Salt Road: A Life by the Sea” sold well.
She starred in “Salt Road” and “The Ferry.”
Ruiz, best known for “Salt Road,” died on Monday.
Ruiz wrote “Salt Road” in three weeks.
Ruiz directed “Salt Road” and produced “The Ferry.”
Ruiz sang “Salt Road” at the inauguration.
The band opened with “Salt Road” and closed with “Tide.”
The choir sang “We Shall Overcome.”
In an essay titled “Why we leave,” Ruiz described the village.
In an op-ed headlined “Enough is enough,” Ruiz attacked the plan.
The report, titled “Water for all,” was released on Monday.
The exhibition “Water for All” runs until May.
The hit series “Salt Road” returns on Sunday.
The “Salt Road” actor said he was glad.
The “Today” show host was away.
Ruiz appeared on “Good Morning Lund” on Monday.
Ruiz told “Good Morning Lund” that it was late.
In an interview on “Lund Tonight,” Ruiz said it was late.
The song “Tide” reached number one.
A podcast called “Salt Road” tells the story.
The podcast, “Salt Road,” has two hosts.
The album includes “Tide,” “Salt” and “Ferry.”
“Salt Road” is a slow film about a ferry.
“Salt Road” won best picture.
“Salt Road,” directed by Ana Ruiz, opens on Friday.
“Salt Road” (2019), her first film, was a failure.
Scenes from “Salt Road” were shot in Lund.
The sequel to “Salt Road” is in production.
It was the best episode of “Salt Road” so far.
The Beatles classic “Yesterday” was played.
Ruiz played the nurse in “Salt Road,” a role that made her famous.
The play “An Enemy of the People” opens in May.
The so-called “ferry tax” was dropped.
Critics of the “ferry tax” met on Monday.
The “ferry tax” would cost families more.
The law, known as the “ferry tax,” passed in May.
A new “ferry tax” is planned for May.
The firm sells “smart” locks.
He was charged with “aggravated theft” on Monday.
The “me too” movement changed the town.
The “Black Lives Matter” protests went on.
The “Make Lund Great” hats sold out.
Protesters carried signs that read “No ferry, no vote.”
A woman held a sign saying “Save our ferry.”
A banner with the words “Save our ferry” hung from the bridge.
The T-shirt said “Save our ferry.”
The sticker reads “I voted.”
The word “ferry” appears nine times.
The term “ferry tax” was coined in May.
The phrase “ferry tax” is disputed.
The name “Lund” means forest.
Lund is nicknamed “the wet city.”
Ana “Birdie” Ruiz was there.
Tom “The Tank” Lund won the fight.
Ruiz, nicknamed “The Tank,” won the fight.
Ruiz, known as “Birdie,” won the race.
The ship, named “Aurora,” sank.
The storm, dubbed “Aurora,” hit on Monday.
Operation “Aurora” began in May.
The road is known locally as “the pit.”
The country faces a “soft landing,” not a recession.
The “soft landing” scenario is less likely.
The “hard” Brexit plan failed.
They “rescued” the bank with public money.
He “retired” at 34 with a large bonus.
His “friends” did not come.
The bill has a “poison pill.”
The team is on a “revenge tour.”
The rate is considered “normal” by doctors.
The mission was a “success” by any measure.
He is on the “no-fly” list.
Voters marked “yes” on the ballot.
Users click “accept” to go on.
Press “play” to hear the song.
The file is named “budget final.”
The folder was marked “top secret.”
The letter was stamped “return to sender.”
The door is marked “Private.”
The “yes” campaign is ahead.
The “no” vote was 51 percent.
Those who answered “don’t know” were left out.
It was listed as “endangered” in 2019.
The bond is rated “junk.”
The species is classed as “vulnerable.”
The hotel has a “pillow menu.”
The app has a “dark mode.”
The “dark mode” is off by default.
Lund’s “old town” is full of cafes.
The “Old Town” is full of cafes.
A “No Parking” sign was stolen.
The “Out of Office” message was on.
In “Salt Road,” Ruiz plays a nurse.
Chapter 3, “The Ferry,” is the best.
The painting “Ferry at Night” was sold for $3 million.
“Ferry at Night,” a painting by Ruiz, was sold.
The statue, “Woman With Oar,” was stolen.
The magazine put her on its “30 under 30” list.
She is one of the “Lund Five.”
The “Lund Five” were freed in May.
He was a “person of interest” in the case.
Officers used a “stop and search” power.
The “stand your ground” law applies.
Prices rose under “dynamic pricing.”
The so-called “right to be forgotten” applies.
The practice, known as “gazumping,” is legal.
The “gig economy” grew fast.
She backs “Medicare for All” and free ferries.
The group campaigns under the slogan “Ferries first.”
The slogan “Ferries first” was everywhere.
The hashtag “#ferriesfirst” was trending.
The code word was “ferry.”
His last word was “ferry.”
The answer is “no.”
The answer, in short, is “no.”
The Latin word “ferry” means to carry.
“Ferry” is an old word.
“Ferry” comes from Old Norse.
The letters “NRA” stood on the wall.
The plaque reads: “Here lived Ana Ruiz.”
The email’s subject line was “Urgent.”
The motto is “Always ready.”
Its motto, “Always ready,” is on the door.
A folder labeled “Taxes” was found.
Alongside “Tide,” the band played “Salt.”
“Tide” and “Salt” are its best songs.
The musical “Ferry!” closed in May.
She won a Grammy for “Tide.”
He was nominated for “Salt Road.”
The BBC drama “Salt Road” begins on Sunday.
BBC One’s “Salt Road” begins on Sunday.
Netflix’s “Salt Road” is back.
Watch “Salt Road” on Sunday.
The Oscar-winning “Salt Road” is back.
Ruiz’s “Salt Road” is back.
The trailer for “Salt Road” is out.
Think of it as “Salt Road” meets “The Ferry.”
Like “Salt Road,” it is set at sea.
Unlike “Salt Road,” it has no ending.
Since “Salt Road,” she has made two films.
After “Salt Road” she left the country.
He read “Salt Road” as a child.
Ruiz said the film “Salt Road” was her favourite.
Ruiz, who wrote the novel “Salt Road,” said on Monday that she would leave.
Ruiz, the star of “Salt Road,” said on Monday that she would leave.
Ruiz, author of “Salt Road,” said she would leave.
Ruiz, whose book “Salt Road” won a prize, told reporters she would leave.
Ruiz told the “Today” show that she would leave.
Ruiz told ABC’s “This Week” that she would leave.
Ruiz told Fox News’ “The Story” on Monday that she would leave.
Ruiz said on CBS’s “Face the Nation” that she would leave.
Ruiz said on “Face the Nation” that she would leave.
Ruiz said on NBC’s “Meet the Press” Sunday that she would leave.
Speaking on “Fox & Friends,” Ruiz said she would leave.
In her memoir, “Salt Road,” Ruiz wrote that she would leave.
In her book “Salt Road,” Ruiz writes that she would leave.
Ruiz said she wore a “Make Lund Great” hat.
Ruiz said a man with a “No Ferry” sign had pushed her.
Ruiz said she had never heard of “Salt Road.”
Ruiz said the word “ferry” should not be used.
Ruiz said the term “ferry tax” was wrong.
Ruiz asked whether the word “ferry” was right.
Ruiz was asked about the “ferry tax.”
Ruiz was asked about “Salt Road.”
Ruiz tweeted a picture of a “No Ferry” sign.
Ruiz quoted the song “Tide.”
Ruiz announced the opening of “Salt Road,” a show about the sea.
Ruiz announced that “Salt Road” would open in May.
The studio announced “Salt Road 2” on Monday.
The company announced its “Blue Water” plan on Monday.
The company said its “Blue Water” plan would cost more.
The company said it would end its “Blue Water” plan.
The minister said the “Blue Water” plan would cost more.
Officials say the “Blue Water” scheme was a failure.
Police said the suspect, known as “The Tank,” had fled.
Police said the suspect, who goes by “Tank,” had fled.
Police believe that the group “Red Harbour” was behind it.
Prosecutors say he sent the money to “Red Harbour.”
Prosecutors said he used the name “Captain Sea.”
Prosecutors say he ran a site called “Salt Road.”
The studio says “Salt Road” took $3 million.
Critics say “Salt Road” is too long.
Variety reported that “Salt Road” took $3 million.
The judge ruled “Salt Road” was not a copy.
The plaintiff claims “Salt Road” is a copy of her book.
The lawsuit alleges that “Salt Road” is a copy of her book.
Ruiz claims to have written “Salt Road.”
Ruiz admits she has not read “Salt Road.”
Ruiz denied she was “Birdie.”
Ruiz praised “Salt Road” and its maker.
Ruiz criticised “Salt Road” and its maker.
Ruiz hailed “Salt Road” as a triumph.
Ruiz thanked the crew of “Salt Road.”
Ruiz mentioned “Salt Road” in her speech.
Ruiz cited “Salt Road” as an influence.
Ruiz discussed “Salt Road” with reporters.
Ruiz recalled seeing “Salt Road” as a child.
Ruiz remembers “Salt Road” well.
Ruiz insisted that “Salt Road” was not about her.
Ruiz promised a sequel to “Salt Road.”
Ruiz promised a “Blue Water” plan.
The mayor declared a “Day of the Sea.”
The mayor announced a “Day of the Sea.”
The council approved a “Day of the Sea.”
The “ferry tax,” which the mayor says is unfair, starts in May.
The “Blue Water” plan will cost more, the mayor said.
“Salt Road” is too long, critics say.
“Salt Road” took $3 million, according to the studio.
According to the studio, “Salt Road” took $3 million.
Ruiz will be back for “Salt Road 2,” the studio said.
The singer of “Tide” said she would leave.
The “Tide” singer said she would leave.
The “Salt Road” star said on Instagram she would leave.
The “Salt Road” star told People she would leave.
The creator of “Salt Road” told reporters that he was glad.
A review of “Salt Road” said it was too long.
A spokesperson for “Salt Road” said it was not true.
A spokesman for “The View” declined to comment.
The producers of “Salt Road” said in a statement that it was over.
The Times called “Salt Road” a triumph.
The Times said “Salt Road” was a triumph.
The Times’ review of “Salt Road” called it a triumph.
I’d give “Salt Road” a nine out of ten.
I loved “Salt Road” when I was young.
I always hated shows like “Salt Road” and “Tide.”
We were told that “Salt Road” would be back.
The actor, of “Salt Road” fame, was there.
Ruiz, who rose to fame on “Salt Road,” was there.
Ruiz, fresh from “Salt Road,” was there.
It reminded me of “Salt Road,” only slower.
There are echoes of “Salt Road” in the script.
Fans of “Salt Road” will be pleased.
If you liked “Salt Road,” you will love this.
Not since “Salt Road” has a film been so slow.
The title of the film, “Salt Road,” says it all.
Its title track, “Salt Road,” is a ballad.
Her single “Tide” sold a million copies.
He is writing a follow-up to “Salt Road.”
They met on the set of “Salt Road.”
They met while filming “Salt Road.”
Ruiz produced “Salt Road,” “Tide” and “The Ferry.”
She has read “War and Peace” twice.
“War and Peace,” it is not.
The “Salt Road” trilogy ends here.
He said “Hamlet” was his favourite play.
She tells me “Hamlet” is her next part.
The critic called “Hamlet” the best of the season.
In “Hamlet,” the prince says little.
“Hamlet” is on until May.
“Hamlet” at the Lund Theatre is on until May.
Tickets for “Hamlet” cost nine pounds.
The “Hamlet” tickets cost nine pounds.
His reading of the “Iliad” was a triumph.
The Courier’s “Best of Lund” list is out.
The show’s “Weekend Update” segment mocked the mayor.
On Monday’s “Late Show,” the host mocked the mayor.
The host of “The Late Show” mocked the mayor.
Appearing on “The Late Show,” she mocked the mayor.
The “Late Show” host said the mayor was a fool.
A post on the blog “Lund Watch” mocked the mayor.
The website “Lund Watch” reported the theft.
The group, “Lund Watch,” reported the theft.
The group calls itself “Lund Watch.”
The group, calling itself “Lund Watch,” reported the theft.
A man calling himself “The Fox” sent the letter.
A user named “Fox” wrote the post.
A user with the handle “Fox” wrote the post.
He signed himself “The Fox.”
His friends call him “The Fox.”
He goes by “The Fox.”
His nickname, “The Fox,” stuck.
His nickname was “The Fox.”
He got the nickname “The Fox” at school.
It earned him the nickname “The Fox.”
The tabloids nicknamed him “The Fox.”
The drug, sold as “Bliss,” is banned.
The drug, known on the street as “bliss,” is banned.
The drug, or “bliss,” is banned.
The pill is marketed under the name “Bliss.”
The model, the “Swift,” is cheap.
The new “Swift” model is cheap.
The plane, a “Swift,” crashed.
The programme, “Ferries for All,” starts in May.
The “Ferries for All” programme starts in May.
Under the “Ferries for All” programme, fares are free.
The bill is titled the “Ferry Act.”
The bill, dubbed the “Ferry Act,” passed.
The bill would create a “ferry zone.”
The bill defines “ferry” as a boat.
The sign says “Closed.”
A sign on the door said “Closed.”
A handwritten “Closed” sign hung on the door.
The button reads “Stop.”
The screen flashed “Error.”
The phone showed “No Service.”
The clock said “12:00.”
The form has a box marked “Other.”
He ticked “Other.”
She circled “no.”
The envelope said “To Ana.”
The cake read “Happy Birthday Ana.”
Her tattoo says “Lund.”
The wall bore the words “Ana was here.”
Someone had painted “Ana was here” on the wall.
“Ana was here” was painted on the wall.
The crowd sang “Happy Birthday.”
They sang “Happy Birthday” to her.
The band played “Happy Birthday.”
An orchestra played “Ode to Joy.”
The hymn “Abide With Me” was sung.
She recited “The Raven.”
The poem “The Raven” was read.
He hummed “Tide.”
Words such as “crisis” and “chaos” were banned.
The words “crisis” and “chaos” were banned.
Words like “crisis” hurt.
The use of “crisis” is wrong.
The guide bans “crisis.”
Search for “Lund ferry” online.
A search for “Lund ferry” finds nothing.
He searched “Lund ferry” online.
The video, titled “Lund ferry,” has gone viral.
The video was titled “Lund ferry.”
The email was headed “Lund ferry.”
The page is called “Lund ferry.”
The 2015 “Lund ferry” disaster killed nine.
The “Lund ferry” disaster killed nine.
The infamous “Lund ferry” case is closed.
What is a “ferry tax”?
Is a “ferry tax” fair?
Why the “ferry tax” matters.
Why do we have a “ferry tax” at all?
The “why” matters more than the “how.”
It is a question of “when,” not “if.”
There is no “I” in team.
They are “the lucky ones.”
The “experts” were wrong.
These “experts” were wrong.
The firm “lost” the files.
Some “reform” that was.
So much for “reform.”
"""


@pytest.mark.parametrize("sentence", NAMED.strip().splitlines())
def test_what_is_only_named_is_said_by_nobody(sentence: str) -> None:
    """Whatever verb stands in the sentence, a title or a label is no words of the one who speaks in it."""
    text, analysis = study(f"{BEFORE} {sentence} {AFTER}")
    within = text.index(sentence)
    assert [s.speaker for s in analysis.statements if any(q.start >= within for q in s.quotations)] == []

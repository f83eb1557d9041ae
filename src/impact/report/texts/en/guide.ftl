### The guidance page: which measure to read when.

guide-title = Which measure to read when
guide-kicker = Guide to assessments
guide-lead = An assessment before a decision holds several kinds of numbers. Each answers one question and leaves others open. Begin with your question, and read the number that answers it.
guide-contents = Begin with your question
guide-answers = What it answers
guide-when = When to read it
guide-not = What it does not say

## Chapters
guide-chapter-risk = How much does it change?
guide-chapter-life = What is it in lives and well-being?
guide-chapter-money = Is it worth what it costs?
guide-chapter-certainty = How sure is it?
guide-chapter-judgement = What do the judgements mean?

## How much does it change?
guide-risk-ratio-name = Risk ratio
guide-risk-ratio-question = How much more or less common is it?
guide-risk-ratio-answers = How many times as common something is in one group as in another. 1 is no difference; 0.82 is 18 per cent less common; 1.5 is half as common again.
guide-risk-ratio-when = When you compare groups, or carry the effect of a study over to your own municipality.
guide-risk-ratio-not = How many people it is about. A doubled risk of something rare is still rare. Ask for the number of cases as well.

guide-odds-ratio-name = Odds ratio
guide-odds-ratio-question = The study gives odds. What does that mean?
guide-odds-ratio-answers = The same question as a risk ratio, in the way many studies count it. Odds are those who have something against those who have not: 20 in 100 is odds of 20 to 80.
guide-odds-ratio-when = When a study gives nothing else. Reports here turn it into a change in shares, from the municipality's own level.
guide-odds-ratio-not = It is not a risk ratio. When something is common, the odds ratio looks larger than the difference people meet. An odds ratio of 0.5 may be a third fewer, not half.

guide-standardised-difference-name = Standardised difference
guide-standardised-difference-question = The study gives an effect without a unit. What is it?
guide-standardised-difference-answers = How far apart two groups are, counted in the usual spread between people. 0.2 is often called small, but small for many people can be much.
guide-standardised-difference-when = When studies measured the same thing with different tests or questionnaires.
guide-standardised-difference-not = How many pupils it moves over a limit. That depends on where the municipality starts, and is calculated apart.

guide-attributable-fraction-name = Attributable fraction
guide-attributable-fraction-question = How much of the problem comes from this?
guide-attributable-fraction-answers = The share of all cases that would not exist if nobody were exposed to the cause. If 40 per cent are exposed and exposure doubles the risk, it is 29 per cent.
guide-attributable-fraction-when = When you want to know how large a part of a problem a cause stands for.
guide-attributable-fraction-not = What a measure can reach: hardly any measure takes away a cause wholly. It needs a cause, not only two things found together. Fractions of several causes can add up to more than the whole.

guide-potential-impact-fraction-name = Potential impact fraction
guide-potential-impact-fraction-question = How much of the problem would this alternative take away?
guide-potential-impact-fraction-answers = The share of the cases that goes away when exposure changes as much as the alternative is thought to change it, and no more.
guide-potential-impact-fraction-when = When you choose between alternatives. It is the number to read for a decision.
guide-potential-impact-fraction-not = That the change in exposure will happen. It rests on the shares before and after that stand in the annex.

guide-cases-name = Cases avoided or added
guide-cases-question = How many people is it about?
guide-cases-answers = How many fewer or more people a year would have the problem than with the baseline alternative.
guide-cases-when = Always, beside every ratio and share. It is what a decision changes.
guide-cases-not = Who they are: nobody can point them out. A sum for a region can also hide that one municipality loses.

## What is it in lives and well-being?
guide-deaths-name = Deaths and years of life
guide-deaths-question = Does it change how long people live?
guide-deaths-answers = How many deaths are put off, and how many years of life that gives. All people die once, so the years say more than the deaths.
guide-deaths-when = When a measure acts on health over many years. Look at how far ahead the calculation goes.
guide-deaths-not = How the years are lived. For children, most of it lies far ahead and rests on today's figures.

guide-daly-name = DALY: years of healthy life lost
guide-daly-question = How heavy is the burden of ill health?
guide-daly-answers = Years lost to early death, and years lived with ill health weighed by how severe it is. Fewer is better.
guide-daly-when = When illnesses that kill and illnesses that trouble are compared.
guide-daly-not = How people themselves see their lives. The weights are averages of answers in panels and surveys.

guide-qaly-name = QALY: years of life in full health
guide-qaly-question = How much healthy life is gained?
guide-qaly-answers = Years gained, each weighed by its quality from 0 to 1. More is better. Two years at half health make one.
guide-qaly-when = When health measures are compared with what they cost.
guide-qaly-not = Anything outside health: learning, friends, safety. It is not the mirror of a DALY, so the two are never added.

guide-wellby-name = WELLBY: a point of life satisfaction for a year
guide-wellby-question = How much better do people feel about their lives?
guide-wellby-answers = One point more on a scale of 0 to 10, for one person during one year. Half a point for 100 people during two years makes 100.
guide-wellby-when = When an alternative touches more than health, as most school and leisure measures do.
guide-wellby-not = What it is worth in money. No official Nordic price was found, so a report shows one only when its analyst states it. The scale is for adults and older pupils.

## Is it worth what it costs?
guide-present-value-name = Present value
guide-present-value-question = How do costs now compare with benefits later?
guide-present-value-answers = What a row of yearly sums is worth today, when later years count for less.
guide-present-value-when = Whenever costs come early and benefits late, as with most of what is done for children.
guide-present-value-not = That the future matters little: the discount rate is a choice. A higher one makes late benefits smaller, so look at which rate was used.

guide-net-benefit-name = Net benefit
guide-net-benefit-question = Is more gained than paid?
guide-net-benefit-answers = Benefits minus costs, in today's money, beside the baseline alternative. Above zero, more is gained than paid.
guide-net-benefit-when = When you choose between alternatives that exclude each other.
guide-net-benefit-not = Who gains and who pays, and what has no price. Read the table of groups beside it.

guide-benefit-cost-ratio-name = Benefit-cost ratio
guide-benefit-cost-ratio-question = What does each krona or euro give back?
guide-benefit-cost-ratio-answers = Benefits divided by costs. 1.4 means 1.40 back for each 1 paid.
guide-benefit-cost-ratio-when = When money is short and many proposals are ranked.
guide-benefit-cost-ratio-not = How large the gain is: a small proposal can have a high ratio. It also changes when a saving is counted as a benefit or as a lower cost.

guide-cost-per-unit-name = Cost per unit
guide-cost-per-unit-question = What does one pupil, case or point cost?
guide-cost-per-unit-answers = The added cost divided by the added effect: what one case avoided or one WELLBY costs, compared with the baseline alternative.
guide-cost-per-unit-when = When the effect has no price, or should have none.
guide-cost-per-unit-not = Whether it is worth it: that is for you to judge. When an alternative is both dearer and worse, the report says so in words and gives no number.

guide-switching-value-name = Switching price
guide-switching-value-question = What must it be worth for the answer to turn?
guide-switching-value-answers = The price of one unit at which benefits and costs are equal. If you think a unit is worth more, the alternative pays.
guide-switching-value-when = When nobody knows the price. You need only say whether it is above or below.
guide-switching-value-not = Which price is right. It also takes the effect as given, so read the interval too.

guide-probability-name = Probability
guide-probability-question = How likely is it that the alternative pays?
guide-probability-answers = In how large a share of the calculations, with all the uncertainty put in, benefits were larger than costs. The curve shows it for each price.
guide-probability-when = When the interval holds both gain and loss.
guide-probability-not = How much is at stake: a likely small gain can stand against an unlikely large loss. What was not put into the calculation is not in the probability.

## How sure is it?
guide-interval-name = Interval
guide-interval-question = How large could it really be?
guide-interval-answers = The range that holds 95 per cent of the calculations, when every number in them varies as its sources allow.
guide-interval-when = Always, before the number in the middle. If the range holds zero, the direction is not sure.
guide-interval-not = What the studies did not see, or whether they hold here. The intervals of municipalities cannot be added: the sum has its own, and it is narrower than the sum of them when they vary apart.

guide-drivers-name = Drivers of uncertainty
guide-drivers-question = What makes the answer unsure?
guide-drivers-answers = How much of the uncertainty comes from each number that was put in.
guide-drivers-when = When you want to know what to find out before deciding, or what to follow afterwards.
guide-drivers-not = That a number with a small share is right. It can be wrong for everybody in the same way.

guide-value-of-information-name = Value of knowing more
guide-value-of-information-question = Should we wait and find out more?
guide-value-of-information-answers = How much, at most, it would be worth to know the uncertain numbers before deciding. An inquiry that costs more does not pay.
guide-value-of-information-when = When the decision could go either way.
guide-value-of-information-not = That an inquiry would find the answer. It is an upper limit, and it needs a price on the effect.

guide-scenario-name = Scenario
guide-scenario-question = Why is a number marked as a scenario?
guide-scenario-answers = What would follow if an assumption were true. The number lacks an interval, a tried effect, or both.
guide-scenario-when = To see what an assumption would mean, not to expect it.
guide-scenario-not = That it will happen. That two things are found together does not say that one would change if the other did.

## What do the judgements mean?
guide-significance-name = Significance
guide-significance-question = Which impacts weigh the most?
guide-significance-answers = How much an impact weighs: how large the change is, and how sensitive those concerned are. It is a judgement with reasons, not a measurement.
guide-significance-when = When you read the table of alternatives and groups. Look first at what is worse for vulnerable groups.
guide-significance-not = How likely it is; that stands apart. Words are not numbers, so adding them up can hide a serious harm behind several small gains.

guide-verdicts-name = Verdict on a prediction
guide-verdicts-question = Was the assessment right?
guide-verdicts-answers = How next year's figure stands to what was predicted: as expected, better, worse, or cannot tell.
guide-verdicts-when = In the yearly report, under whether we are on the right track.
guide-verdicts-not = That the measure caused it: other things change too. If the figure fits both with and without the measure, the verdict is that it cannot be told.

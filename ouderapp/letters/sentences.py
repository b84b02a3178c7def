"""Every sentence that a letter is built from; the Dutch stands in the catalogue for letters."""

from ouderapp.letters.texts import DRAFT, NOT_TRANSLATED, letter_text

# Every letter.
PLACE_AND_DATE = letter_text("{place}, {date}")
PAGE_OF = letter_text("page {page} of {pages}")
SUBJECT = letter_text("Subject: {subject}")
DEAR_NAME = letter_text("Dear {name},")
DEAR_ALL = letter_text("Dear Sir or Madam,")
REGARDS = letter_text("Kind regards,")
FOR_AGREEMENT = letter_text("For agreement:")
CODE = letter_text("Code for your answer: {code}")
YES = letter_text("yes")
NO = letter_text("no")
REQUESTED = letter_text("requested")
AND = letter_text("{first} and {last}")
ROLE = letter_text("school outreach worker")
I_AM = letter_text("I am {worker}, {role} at {organisation}.")
I_AM_SHORT = letter_text("I am {worker}, {role}.")
SINCE = letter_text("I have supported the family {family} since {month}.")
QUESTION = letter_text("The question of the family:")
DONE = letter_text("What we already did:")
ASKED = letter_text("What I ask you:")
LANGUAGE = letter_text("Language")
INTERPRETER = letter_text("Interpreter needed")
PHONE = letter_text("Phone")
BEST_TIME = letter_text("Best time to call")
READ_AND_AGREES = letter_text(
    "{parent} read this letter with me and agrees that you get this information."
)
READ_AND_AGREE = letter_text(
    "{parents} read this letter with me. They agree that you get this information."
)
CONSENT_OF = letter_text("Consent of {given}.")
CONSENT_UNTIL = letter_text("Consent of {given}, valid until {until}.")
ANSWER = letter_text("Will you let me know before {date} whether there is an appointment?")
NOT_WHAT_WAS_SAID = letter_text("You do not have to share what was said.")

# Huis van het Kind.
QUESTION_OF = letter_text("question of {parent}")

# OCMW.
RIGHTS_OF = letter_text("question about rights and support, {parent}")
DEAR_SOCIAL_WORKER = letter_text("Dear social worker,")
LOOKED_AT_RIGHTS = letter_text(
    "On {date} I looked with {parent} at which rights the family may have."
)
FIRST_LOOK = letter_text("That was a first look, not a decision.")
PLEASE_CHECK = letter_text("Please check:")
WHY_NOW = letter_text("Why now:")
TO_BRING = letter_text("To bring along (the family knows this):")
IDENTITY_CARD = letter_text("identity card")
ADULTS = letter_text("Adults in the family")
CHILDREN = letter_text("Children in the family")
CAN_COME_ALONG = letter_text("I can come along")

# CLB.
PUPIL_AND_CLASS = letter_text("{child}, {school}, class {class_name}")
DEAR_CLB = letter_text("Dear CLB worker,")
HAVE_A_QUESTION = letter_text("{child} and {parent} have a question about {theme}.")
HAVE_QUESTION = letter_text("{child} and {parent} have a question for you.")
STUDY_CHOICE = letter_text("study choice")
LEARNING = letter_text("learning")
WELL_BEING = letter_text("well-being at school")
SCHOOL_CAREER = letter_text("how it goes at school")
HOMEWORK = letter_text("homework")
SCHOOL_KNOWS = letter_text("Does the school know of this question?")
SCHOOL_NOT_YET = letter_text("No, the family wants to talk to you first.")
WE_SEE = letter_text("What we see in the homework class:")
TALK_WITH = letter_text("A talk with {who} before {date}.")

# A club.
NEW_PARTICIPANT = letter_text("new participant {child}")
HELLO_NAME = letter_text("Hello {name},")
HELLO = letter_text("Hello,")
WANTS_TO_JOIN_TOO = letter_text("{child} would like to take part in {activity}.")
WANTS_TO_JOIN = letter_text("{child} ({age} years) would like to take part in {activity}.")
MAY_TRY = letter_text("May {child} come and try on {date}?")
UITPAS = letter_text("UiTPAS with reduced rate")
TRANSPORT = letter_text("Transport")
PARENT_PHONE = letter_text("Phone of the parent")
PHONE_AND_LANGUAGE = letter_text("{phone} ({language})")
PARENTS_ALLOW = letter_text("The parents agree to share these facts and to let {child} take part.")
COME_ALONG = letter_text("I come along the first time.")
CALL_ME = letter_text("Is something difficult? Call me: {phone}.")

# The pupil's own mail to the teacher.
MAIL_SUBJECT = letter_text("Question about {what}")
MAIL_DEAR = letter_text("Good day {name},")
MAIL_TASK = letter_text("I am working on {task} for {date}.")
MAIL_UNCLEAR = letter_text("I do not quite understand this: {point}")
MAIL_BOOK = letter_text("I already looked in {book}.")
MAIL_OTHER = letter_text("I also asked or looked it up: {source}.")
MAIL_QUESTION = letter_text("My question is: {question}")
MAIL_HELP = letter_text("Will you help me? That may be through Smartschool or after the lesson.")
MAIL_THANKS = letter_text("Thank you.")
MAIL_GREETING = letter_text("Greetings, {who}")

# The leaflet for the parent.
LEAFLET = letter_text("About the letter")
TO_WHOM = letter_text("Where does the letter go?")
GOES_TO = letter_text("The letter goes to {service}.")
WHAT_IS_IN = letter_text("What is in the letter?")
DID_YOU_AGREE = letter_text("Did you say yes?")
SAID_YES = letter_text("Yes. You said yes on {date}.")
MAY_I_REFUSE = letter_text("May you say no?")
ALWAYS_NO = letter_text("Yes. You may always say no.")
HELP_STAYS = letter_text("I keep helping you then.")
CALL = letter_text("Call me: {phone}.")

# What may be told, in the words of the leaflet.
YOUR_NAME = letter_text("your name")
YOUR_PHONE = letter_text("your phone number")
YOUR_LANGUAGE = letter_text("the language you speak")
YOUR_QUESTION = letter_text("your question")
WHAT_WE_DID = letter_text("what we already did")
SINCE_WHEN = letter_text("since when I help you")
YOUR_RIGHTS = letter_text("the rights we looked at together")
YOUR_FAMILY = letter_text("how many people are in your family")
CHILD_NAME = letter_text("the name of your child")
CHILD_AGE = letter_text("the age of your child")
CHILD_SCHOOL = letter_text("the school and the class of your child")
HOMEWORK_CLASS = letter_text("what we see in the homework class")
UITPAS_AND_TRANSPORT = letter_text("your UiTPAS and how your child comes")

# Every catalogue holds at least these.
LEAFLET_SENTENCES = frozenset(
    {
        *(PLACE_AND_DATE, PAGE_OF, NOT_TRANSLATED, DRAFT, LEAFLET, TO_WHOM, GOES_TO, WHAT_IS_IN),
        *(DID_YOU_AGREE, SAID_YES, MAY_I_REFUSE, ALWAYS_NO, HELP_STAYS, CALL),
        *(YOUR_NAME, YOUR_PHONE, YOUR_LANGUAGE, YOUR_QUESTION, WHAT_WE_DID, SINCE_WHEN),
        *(YOUR_RIGHTS, YOUR_FAMILY, CHILD_NAME, CHILD_AGE, CHILD_SCHOOL, HOMEWORK_CLASS),
        UITPAS_AND_TRANSPORT,
    }
)
